/** Codes whose texts differ but whose numbers are equal: a warning names both, whatever reads the file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeTables, tableWarnings } from '../../../../bindings/data/index.js';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { noStyles, noteStyle } from '../../../../bindings/data/cells/styles.js';
import type { ReadingExports } from '../../../../bindings/generated/reading.js';
import { openByteFile } from '../../../../bindings/data/readers/bytes/byte-file.js';
import { openStream } from '../../../../bindings/data/streamed/open.js';

const folder = mkdtempSync(join(tmpdir(), 'spellings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A number as programs and people write it. */
const spelled = fc
  .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 2 }), fc.nat(4), fc.nat(9))
  .map(([digits, decimals, zeros, style]) => {
    const text = (digits / 10 ** decimals).toFixed(decimals);
    if (style === 0) return `+${text.replace('-', '')}`;
    if (style === 1) return (digits * 1e5).toExponential();
    if (style === 2) return text.replace(/^(-?)0\./, '$1.');
    if (style === 3) return decimals === 0 ? `${text}.` : text;
    if (style > 6 && decimals > 0) return `${text}${'0'.repeat(zeros)}`;
    return style === 6 && decimals === 0 ? `${text}.${'0'.repeat(zeros + 1)}` : text;
  });

const columns = fc.record({
  cells: fc.array(fc.oneof(spelled, spelled, fc.constantFrom('', 'NA')), {
    minLength: 1,
    maxLength: 60,
  }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  quoted: fc.boolean(),
});

/** Whether two different texts are one number; texts of numbers that are not shortest count as odd. */
function repeats(cells: readonly string[]): boolean {
  const texts = new Map<number, string>();
  return cells.some((cell) => {
    if (cell === '' || cell === 'NA') return false;
    const value = Number(cell);
    const before = texts.get(value);
    if (before !== undefined) return before !== cell;
    texts.set(value, cell);
    return false;
  });
}

const lines = (cells: readonly string[], delimiter: string, quoted: boolean) =>
  ['id', ...cells.map((cell) => (quoted && cell !== '' ? `"${cell}"` : cell))]
    .map((cell, i) => `${i === 0 ? 'y' : i}${delimiter}${cell}`)
    .join('\n');

describe('keys of two files', () => {
  const keys = fc.uniqueArray(spelled, { minLength: 1, maxLength: 6, selector: Number });
  const merged = (here: readonly string[], there: readonly string[]) => {
    const [data, file] = [here, there].map((cells) =>
      parseCsv(lines(cells, ',', false), { types: { y: 'text' } }),
    );
    const other = {
      ...file!,
      columns: new Map(
        [...file!.columns].map(([name, column]) => [name === 'y' ? 'z' : name, column]),
      ),
    };
    const { table } = mergeTables(data!, other, { on: ['id'] }, 'f.csv');
    return (table.warnings ?? []).filter(({ code }) => code === 'repeated-number');
  };

  it('warn where a number that matches has two texts', () => {
    fc.assert(
      fc.property(keys, keys, (here, there) => {
        const differ = here.some((one) =>
          there.some((other) => Number(one) === Number(other) && one !== other),
        );
        if (differ) expect(merged(here, there)).toHaveLength(1);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });

  it.each([
    [['3.1', '4.2'], ['3.10', '4.2'], '3.1 and 3.10'],
    [['3.10', '4.2'], ['3.1', '4.2'], '3.1 and 3.10'],
    [['3.10'], ['3.100'], '3.1 and 3.100'],
    [['3'], ['3.0'], '3 and 3.0'],
    [['100000'], ['1E5'], '100000 and 1e+5'],
    [['.5'], ['0.5'], '0.5 and .5'],
    [['+86'], ['86'], '86 and +86'],
  ])('names the texts of %j and %j', (here, there, texts) => {
    expect(merged(here, there).map(({ message }) => message)).toEqual([
      `merge f.csv: the data and the file may write "id" in different ways, such as ${texts}, which are one number and so match; set types: {id: text} for both to keep them apart`,
    ]);
  });

  it.each([
    [
      ['1.5', '2', '-0.25'],
      ['1.5', '2', '-0.25', '7'],
    ],
    [
      ['1.50', '2.00', '0.25'],
      ['1.50', '2.00', '0.25', '7.10'],
    ],
    [
      ['1.0', '2.25', '1e-05'],
      ['1.0', '2.25', '3.0'],
    ],
    [
      ['3.1', '4.2'],
      ['5.10', '6'],
    ],
  ])('are silent of %j and %j', (here, there) => {
    expect(merged(here, there)).toEqual([]);
  });
});

describe('numbers with two texts', () => {
  it('warn exactly where there are some, also in parts', async () => {
    const property = fc.asyncProperty(
      columns,
      fc.integer({ min: 16, max: 120 }),
      async ({ cells, delimiter, quoted }, chunkBytes) => {
        const text = lines(cells, delimiter, quoted);
        const table = parseCsv(text);
        const warned = (table.warnings ?? []).filter(({ code }) => code === 'repeated-number');
        const isNumber = table.columns.get('id')!.kind === 'number';
        expect(warned.length).toBe(isNumber && repeats(cells) ? 1 : 0);
        const [, one, other] = /has "(.*)" and "(.*)", which/.exec(warned[0]?.message ?? '') ?? [];
        if (one !== undefined) {
          expect(one).not.toBe(other);
          expect(Number(one)).toBe(Number(other));
          expect(cells).toEqual(expect.arrayContaining([one, other]));
        }
        const path = join(folder, 'd.csv');
        writeFileSync(path, text);
        const file = openByteFile(path, 'd.csv')!;
        const streamed = await openStream(
          file,
          { name: 'd.csv' },
          { isNamed: (name) => name === 'id', chunkBytes, blockRows: 2 },
        );
        if ('why' in streamed) throw new Error(streamed.why);
        streamed.close();
        file.close();
        expect(streamed.warnings).toMatchObject(table.warnings ?? []);
      },
    );
    await fc.assert(property, { seed: 11, numRuns: 400 });
  });

  it.each([
    ['3.1', '3.10'],
    ['1E5', '100000'],
    ['5', '5.0'],
    ['.5', '0.5'],
    ['+7', '7'],
    ['2.50', '2.500'],
  ])('names %s and %s, and the key that keeps them apart', (one, other) => {
    const text = `g\n${one}\n${other}\n9\n`;
    const { warnings = [] } = parseCsv(text);
    expect(warnings).toHaveLength(1);
    const [{ code, message }] = warnings as [{ code: string; message: string }];
    expect(code).toBe('repeated-number');
    for (const part of [`"${one}"`, `"${other}"`, 'types: {g: text}'])
      expect(message).toContain(part);
    const texts = parseCsv(text, { types: { g: 'text' } });
    expect(texts.columns.get('g')!.values).toEqual([one, other, '9']);
    expect(texts.warnings).toBeUndefined();
  });

  it.each([
    ['prices of two decimals', ['1.50', '2.25', '3.00', '10.00']],
    ['floats of pandas', ['1.0', '2.25', '3.5', '100000.0', '1e-05']],
    ['numbers of R', ['1e+05', '123456', '0.5', '-2']],
    ['numbers of Stata', ['.5', '1.25', '-.75', '3']],
    ['one text for each number', ['3.10', '3.2', '3.30', '4.1']],
  ])('are not found among %s', (_, cells) => {
    expect(parseCsv(`x\n${[...cells, ...cells].join('\n')}\n`).warnings).toBeUndefined();
  });

  it.each([
    [{ formula: 'y ~ x + i(g)' }, true],
    [{ formula: 'y ~ x | g' }, true],
    [{ formula: 'y ~ x | g:t' }, true],
    [{ formula: 'y ~ x', panel: { unit: 'g', time: 't' } }, true],
    [{ formula: 'y ~ x', vcov: { type: 'cluster', cluster: ['g'] } }, true],
    [{ formula: 'y ~ x', vcov: 'CV1:g' }, true],
    [{ formula: 'y ~ x', build: [{ name: 'v', value: 'mean(x, by: g)' }] }, true],
    [{ formula: 'y ~ x', merge: [{ file: 'f.csv', on: ['g'] }] }, true],
    [{ formula: 'y ~ x', where: '(x > 0) && `g` == 3.1' }, true],
    [{ formula: 'y ~ x', where: 'g != 4.2 && x == 1' }, true],
    [{ formula: 'y ~ x', where: 'g in (3.1, 5)' }, true],
    [{ formula: 'y ~ x', where: '3.1 == g' }, true],
    [{ formula: 'y ~ x', where: 'not (x > 0 && (-3.1) != (`g`))' }, true],
    [{ formula: 'y ~ x', build: [{ name: 'v', value: 'if(3.1 == g, 1, 0)' }] }, true],
    [{ formula: 'y ~ x', where: '0 == g || 3.1 < g' }, false],
    [{ formula: 'y ~ x', where: 'g + 3.1 == x' }, false],
    [{ formula: 'y ~ x', where: `${'h'.repeat(200_000)}g` }, false],
    [{ formula: 'y ~ x', where: 'g != 0 && g > 3.1' }, false],
    [{ formula: 'y ~ g' }, false],
    [{ formula: 'y ~ w | x ~ g' }, false],
    [{ formula: 'y ~ x', weights: { column: 'g' } }, false],
    [{ formula: 'y ~ x', build: [{ name: 'v', value: 'log(g)' }] }, false],
    [{ formula: 'y ~ log(g)', gmm: [{ vars: ['g'] }] }, false],
  ])('concern models that use them as codes: %j', (model, concerns) => {
    const table = parseCsv('g,x\n3.1,1\n3.10,2\n');
    expect(tableWarnings(table, model)).toHaveLength(concerns ? 1 : 0);
  });

  it('concern models of any depth', () => {
    const table = parseCsv('g,x\n3.1,1\n3.10,2\n');
    let model: object = { by: 'g' };
    for (let depth = 0; depth < 100_000; depth++) model = { inner: model };
    expect(tableWarnings(table, model)).toHaveLength(1);
  });
});

const digits = fc.stringMatching(/^[0-9]{0,6}$/);
const unsigned = fc
  .tuple(fc.constantFrom('', '0', '7', '12'), fc.constantFrom('', '.'), digits)
  .map(([whole, point, part]) => (point === '' ? whole || '3' : `${whole}.${part}`))
  .filter((cell) => cell !== '.');

it('the reading module notes how numbers are written as the other reader does', () => {
  const compiled = readFileSync(new URL('../../../../build/reading.wasm', import.meta.url));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(compiled));
  const reading = exports as unknown as ReadingExports;
  const { buffer } = reading.memory;
  const bytes = new Uint8Array(buffer, reading.bytesAddress(), 3 * reading.mostUnits());
  const cell = fc.tuple(fc.constantFrom('', '-'), unsigned);
  const property = fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
    const noted = noStyles();
    for (const [, written] of cells) noteStyle(noted, written);
    const text = cells.map((parts) => parts.join('')).join('\n');
    const { written } = new TextEncoder().encodeInto(`${text}\n`, bytes);
    reading.begin(written, 0);
    expect(reading.lines(1, cells.length, 0x2c)).toBe(cells.length);
    reading.numbers(0, 1, cells.length);
    expect([...new Int32Array(buffer, reading.stylesAddress(), 5)]).toEqual([...noted]);
  });
  fc.assert(property, { seed: 3, numRuns: 1000 });
});
