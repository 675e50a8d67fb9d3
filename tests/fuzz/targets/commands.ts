/** Commands of other programs, damaged: what is read is a model that can be written for that program again. */
import { readFileSync } from 'node:fs';
import { parseModel } from 'wasmetrics';
import { exportModel, exportPrograms, importModel } from 'wasmetrics/interchange';
import { oddValue, shown, withPart } from '../values.js';
import { damagedText, joined, pick } from '../texts.js';
import { type Target, WrongResult } from '../target.js';

const stored = JSON.parse(
  readFileSync(new URL('../../golden/commands.json', import.meta.url), 'utf8'),
) as readonly { readonly command: string }[];

const model = {
  estimator: 'dpd',
  formula: 'n ~ L1.n + w + k',
  panel: { unit: 'id', time: 'year' },
  gmm: [
    { vars: ['n'], lags: [2, 4] },
    { vars: ['w'], lags: [1, 3] },
  ],
  steps: 2,
} as const;

const commands = [
  ...stored.map(({ command }) => command),
  'xtabond2 n L.n w k, gmm(n, lag(2 4) collapse) iv(k, eq(level)) twostep robust small',
  'xtdpdgmm L(0/1).n w k, model(diff) collapse gmm(n, lag(2 4)) iv(k) twostep vce(robust)',
  'pgmm(n ~ lag(n, 1) + w | lag(n, 2:99), data = d, effect = "twoways", model = "twosteps")',
  'n L1.n w k | gmm(n, 2:4) iv(k) | onestep nolevel',
];

// prettier-ignore
const pieces = [
  'xtabond2', 'xtdpdgmm', 'dpanel', 'pgmm(', 'pdynmc(', ' | ', ', ', ' ; ', '(', ')', '"', '#',
  'gmm(',
    'iv(',
    'lag(2 4)',
    'lag(2 .)',
    'L.',
    'L(0/2).',
    'n',
    'w',
    'k',
    ' ',
    '\n',
    '///',
    '/*',
  'c(', 'TRUE', '=', '~', '2:99', '99:2', '1e9', '--system', '--two-step', 'GMM(n,2,4)', 'yr*',
];

export const foreign: Target = {
  name: 'command',
  prepare: () =>
    Promise.resolve((draw) => {
      const kind = draw(20);
      if (kind === 0) {
        const value = oddValue(draw);
        return { input: `importModel(${shown(value)})`, run: () => importModel(value as never) };
      }
      if (kind === 1) {
        const options = withPart(draw, { from: 'gretl', unit: 'id', columns: ['a'] }, () =>
          oddValue(draw),
        );
        return {
          input: `importModel(…, ${shown(options)})`,
          run: () => importModel(commands[0]!, options as never),
        };
      }
      if (kind === 2) {
        const changed = withPart(draw, model, () => oddValue(draw));
        const program = draw(4) === 0 ? oddValue(draw) : pick(draw, exportPrograms);
        return {
          input: `exportModel(${shown(changed)}, ${shown(program)})`,
          run: () => exportModel(changed as never, program as never),
        };
      }
      const text =
        kind < 6 ? joined(draw, pieces, 20) : damagedText(draw, pick(draw, commands), pieces);
      const from = draw(3) === 0 ? pick(draw, exportPrograms) : undefined;
      return { input: `${from ?? ''} ${JSON.stringify(text)}`, run: () => checkRead(text, from) };
    }),
};

function checkRead(text: string, from: (typeof exportPrograms)[number] | undefined): void {
  const imported = importModel(text, { from, columns: ['id', 'year', 'n', 'w', 'k'] });
  const again = JSON.stringify(parseModel(parseModel(imported.model)));
  if (again !== JSON.stringify(parseModel(imported.model))) {
    throw new WrongResult('the model of the command reads back as another model');
  }
}
