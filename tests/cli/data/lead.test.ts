/** `describe` says what columns may be, and which commands come next; these run as they are printed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  const rows = Array.from({ length: 60 }, (_, i) => {
    const [unit, year] = [i % 12, 2010 + Math.floor(i / 12)];
    const wage = (1000 + ((i * 37) % 50) ** 3).toLocaleString('en-US');
    return `firm ${unit},${year},"${wage}.5",${(20 + ((i * 7) % 31)) / 2}%,${i % 3 === 0 ? 1 : 0}`;
  });
  place.file('my firms.csv', `firm,year,wage,urban,treated\n${rows.join('\n')}\n`);
});
afterAll(() => place.remove());

/** The words of a printed command, as a shell splits them. */
const wordsOf = (command: string) =>
  Array.from(command.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain!);
const nextOf = (stderr: string) =>
  Array.from(stderr.matchAll(/^(?:next: |下一步：)npx wasmetrics (.*)$/gm), ([, one]) => one!);

test('columns of text lead to the options that make them numbers, these to models', async () => {
  const first = await place.wasmetrics(['describe', 'my firms.csv']);
  const [describe] = nextOf(first.stderr);
  expect(nextOf(first.stderr)).toEqual([`describe 'my firms.csv' --thousands , --percent`]);
  const second = await place.wasmetrics(wordsOf(describe!));
  expect(second.stderr).toBe(
    [
      'panel: guessed unit firm, time year (12 units, 5 periods, no pair in two rows)',
      '0-1 indicators: treated; shares: urban; positive and skewed, so log(x) may suit: wage',
      `next: npx wasmetrics panel 'my firms.csv' 'wage ~ urban' --unit firm --time year --read '{"thousands":",","percent":true}'`,
      `next: npx wasmetrics init 'my firms.csv' --read '{"thousands":",","percent":true}'\n`,
    ].join('\n'),
  );
  for (const command of nextOf(second.stderr)) {
    const { status, stderr } = await place.wasmetrics(wordsOf(command));
    expect([status, stderr]).toEqual([0, expect.any(String)]);
  }
  const [, study] = /run it: npx wasmetrics (.*)$/m.exec(
    (await place.wasmetrics(['init', 'my firms.csv', 'two.yaml', '--thousands', ',', '--percent']))
      .stderr,
  )!;
  expect((await place.wasmetrics(wordsOf(study!))).status).toBe(0);
});

test('texts that are dates lead to their type, and init reads them as such', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => {
    const period = `${2018 + Math.floor((i % 10) / 4)}年第${(i % 4) + 1}季度`;
    return `u${Math.floor(i / 10)},00000${1 + (i % 9)},${period},0${1 + (i % 9)}/0${1 + (i % 7)}/2020,${(i * 7) % 11},${(i * i) % 13}`;
  });
  place.file('quarters.csv', `unit,code,t,day,x,y\n${rows.join('\n')}\n`);
  const first = await place.wasmetrics(['describe', 'quarters.csv']);
  expect(nextOf(first.stderr)).toEqual(['describe quarters.csv --types t=date:yq']);
  const { stderr } = await place.wasmetrics(['init', 'quarters.csv', 'quarters.yaml']);
  expect(stderr).toContain('types: t is read as date:yq\n');
  expect(stderr).toContain('panel: guessed unit unit, time t');
  const given = ['init', 'quarters.csv', '-', '--types', 't=text'];
  expect((await place.wasmetrics(given)).stdout).toContain('"types":{"t":"text"}');
  expect((await place.wasmetrics(['study', 'quarters.yaml'])).status).toBe(0);
});

test('in Chinese', async () => {
  const { stderr } = await place.wasmetrics(['describe', 'my firms.csv', '--language', 'zh']);
  expect(nextOf(stderr)).toHaveLength(1);
});

test.each([['--json'], ['--columns', 'year'], ['--by', 'treated']])(
  'nothing with %j',
  async (...flags) => {
    const { stderr } = await place.wasmetrics(['describe', 'my firms.csv', ...flags]);
    expect(nextOf(stderr)).toEqual([]);
  },
);

test('init says what the file says of its columns', async () => {
  const { stderr } = await place.wasmetrics(['init', 'my firms.csv', '-']);
  expect(stderr).toContain('set thousands: ","');
});
