/** A third language is a vocabulary: English in wide letters shows what a paper says without its words. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Vocabulary } from '../../../bindings/words/en/vocabulary.js';
import * as families from '../../../bindings/words/errors/index.js';
import type { Told } from '../../../bindings/words/told.js';
import { vocabulary as inChinese } from '../../../bindings/words/zh/index.js';
import { vocabulary as inEnglish } from '../../../bindings/words/en/index.js';
import { sentenceOf } from '../../../bindings/words/sentence-of.js';

const english = inEnglish();

const wide = (text: string) =>
  text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Every text, and every text that a function makes, in wide letters. */
function widened<Words>(words: Words): Words {
  if (typeof words === 'string') return wide(words) as Words;
  if (typeof words === 'function') {
    return ((...args: unknown[]) =>
      widened((words as (...all: unknown[]) => unknown)(...args))) as Words;
  }
  if (Array.isArray(words)) return words.map(widened) as Words;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, one]) => [key, widened(one)]),
  ) as Words;
}

type Tell = (detail: object) => Told;

const tellers = Object.values(families)
  .flatMap((file) => Object.values(file) as readonly (Tell | Readonly<Record<string, Tell>>)[])
  .flatMap((one) => (typeof one === 'function' ? one : Object.values(one)));

/** The English sentence of an id; tellers of other details may not read this one. */
function englishOf(id: string, detail: object): string {
  for (const tell of tellers) {
    try {
      const told = tell(detail);
      if (told.id === id) return told.text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Error(`no sentence of ${id}`);
}

const errors = Object.fromEntries(
  Object.keys(inChinese().errors!).map((id) => [
    id,
    (detail: object) => wide(englishOf(id, detail)),
  ]),
) as unknown as Vocabulary['errors'];

const warnings = widened(english.warnings);
const warned: Vocabulary['tables']['warned'] = (warning) => sentenceOf(warnings, warning, ': ');
const third: Vocabulary = {
  ...widened(english),
  tag: 'x-wide',
  errors,
  explanations: async () => widened(await english.explanations()),
  tables: { ...widened(english.tables), warned },
  report: { ...widened(english.report), warned },
};

// Files of a thread share modules: those of other tests must not know the language, nor keep it from this one.
const names = '../../../bindings/words/languages/names.js';
const vocabularies = '../../../bindings/words/languages/vocabularies.js';
vi.resetModules();
vi.doMock(names, () => ({ languages: ['en', 'wide'] }));
vi.doMock(vocabularies, () => ({ vocabularies: { en: inEnglish, wide: () => third } }));
afterAll(() => {
  vi.doUnmock(names);
  vi.doUnmock(vocabularies);
  vi.resetModules();
});

const { EconError } = await import('../../../bindings/index.js');
const { readTable } = await import('../../../bindings/entries/data.js');
const { errorText, explainIn, failureText, renderTables } =
  await import('../../../bindings/entries/report.js');
const { claimText, runStudy, studyHtml } = await import('../../../bindings/entries/study.js');

const csv = new URL('../../../examples/provinces/provinces.csv', import.meta.url);
const controls = 'IL + Open + PGpc + UR + SFE';
const study = {
  language: 'wide',
  panel: { unit: 'province', time: 'year' },
  defaults: { vcov: { type: 'HC1' } },
  tables: {
    T1: {
      models: [
        {
          estimator: 'ols',
          formula: `Level ~ Gov + ${controls}`,
          bootstrap: { reps: 99, seed: 1 },
        },
        { estimator: 'iv', formula: `Level ~ ${controls} | Gov ~ LlnGDPpc` },
        {
          estimator: 'dpd',
          formula: 'Level ~ L.Level + Gov',
          gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
        },
      ],
    },
    T2: {
      model: { estimator: 'ols', formula: 'Level ~ Gov' },
      split: [{ by: 'GovSupport', at: 'mean' }, { by: 'Region' }],
      compare: { of: 'Gov', by: ['wald', 'permutation'], reps: 99 },
    },
    T3: { describe: ['Level', 'Gov', 'IL'] },
    T4: { correlate: ['Level', 'Gov', 'IL'] },
    T5: {
      models: [
        { estimator: 'ols', formula: 'Level ~ IL', weights: { column: 'Open', type: 'frequency' } },
      ],
    },
  },
  figures: { F1: { coefficients: 'Gov', of: 'T1' }, F2: { residuals: 'T1.1' } },
  claims: {
    H1: 'T1: Gov > 0',
    H2: 'T1.1: Gov > 0 by bootstrap',
    H3: 'T1.1: Gov = 0 within 0.02',
    H4: 'T2: Gov differs between low and high GovSupport',
    H5: 'T2: Gov differs across Region',
    H7: 'T1.1: Gvo > 0',
    H8: 'T5: IL > 0',
    H6: 'T2: Gov is larger in east than in west of Region by permutation',
  },
} as never;

const running = readTable(readFileSync(csv)).then((table) => runStudy(study, table));

/** Words of the data, and names of terms, columns and marks that no language translates. */
const ofData =
  /\b(?:Level|Gov|GovSupport|Region|IL|Open|PGpc|UR|SFE|LlnGDPpc|province|year|low|high|east|west|central|L1?|T\d|F\d|H\d|id|cons|Gvo|ols|lt|gt|quot|df|AR|wasmetrics|p|t|z|x|n|k|e)\b|_cons/g;

/** Hashes and versions. */
const hashes = /\b[0-9a-f]{8,}\b|\b\d+\.\d+\.\d+\b/g;

const leftOver = (texts: readonly string[]) =>
  texts.flatMap(
    (text) =>
      text
        .replace(hashes, '')
        .replace(ofData, '')
        .match(/[A-Za-z]{2,}/g) ?? [],
  );

/** A page without the elements that are marked as English. */
function withoutEnglish(page: string): string {
  const start = /<(\w+)[^>]* lang="en"[^>]*>/.exec(page);
  if (start === null) return page;
  const [opening, tag] = start;
  const tags = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g');
  tags.lastIndex = start.index + opening.length;
  let depth = 1;
  while (depth > 0) depth += tags.exec(page)![1] === '/' ? -1 : 1;
  return page.slice(0, start.index) + withoutEnglish(page.slice(tags.lastIndex));
}

describe('a third language', () => {
  it('writes the notes, headings and labels of tables', async () => {
    const { tables } = await running;
    const written = await renderTables(tables, 'markdown');
    expect(written).toContain(wide('Observations'));
    expect(leftOver([String(written)])).toEqual([]);
  });

  it('writes claims', async () => {
    const { claims } = await running;
    const texts = claims.flatMap(({ reason, test, changes = [], parts = [] }) => [
      ...[reason, test, ...changes],
      ...parts.flatMap((part) => [part.reason, part.test]),
    ]);
    expect(leftOver(texts)).toEqual([]);
    expect(
      leftOver([
        claimText(claims[0]!, { language: 'wide' as never })
          .split('\n')
          .slice(1)
          .join(),
      ]),
    ).toEqual([]);
  });

  it('writes errors, with what was expected', async () => {
    const { failed } = await running;
    expect(failed.map(({ id }) => id)).toEqual(['T5', 'H7']);
    const texts = failed.map((entry) => failureText(entry, { language: 'wide' as never }));
    expect(leftOver(texts.map((text) => text.split('\n')[0]!.replace(/\[[\w-]+\]$/, '')))).toEqual(
      [],
    );
    const error = await runStudy({ ...(study as object), language: 'nowhere' } as never, {}).catch(
      (one: unknown) => one,
    );
    if (!(error instanceof EconError)) throw error;
    expect(leftOver([errorText(error, { language: 'wide' as never })])).toEqual([]);
  });

  it('explains codes', async () => {
    const [meaning = '', ...others] = await explainIn('AR(2)', 'wide' as never);
    expect(meaning).toContain(wide('serial correlation'));
    expect(leftOver([meaning, ...others])).toEqual([]);
  });

  it('writes figures', async () => {
    const { figures } = await running;
    expect(leftOver(Object.values(figures).map(({ description }) => description))).toEqual([]);
  });

  it('writes the page of a study, but for reports of single models, which are marked as English', async () => {
    const page = studyHtml(await running);
    expect(page).toContain('<html lang="x-wide">');
    const [, body] = /<body[^>]*>(.*)<\/body>/s.exec(page)!;
    expect(body).toContain(wide('Claims and verdicts'));
    const shown = withoutEnglish(body!)
      .replace(/<script.*?<\/script>|<svg.*?<\/svg>|<code>.*?<\/code>|<pre.*?<\/pre>/gs, '')
      .replace(/<[^>]*>/g, ' ');
    expect(leftOver([shown])).toEqual([]);
  });
});
