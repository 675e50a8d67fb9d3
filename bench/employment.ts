/**
 * One fit of the employment model with everything that a report prints (Windmeijer's standard errors, AR(2), Sargan,
 * Hansen), compared with the installed programs among gretl's `dpanel`, plm's `pgmm` and pydynpd, one thread each.
 * Coefficients and standard errors must agree before any is timed. Our fits also compute difference tests, bounds and
 * long-run effects. The list of instruments is built only when it is read, which one contender does. Like gretl, which
 * keeps the opened panel, our contenders keep the panel index and the models read; one contender does not.
 */
import { type Engine, type FitResult, fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { alternate, type Contender } from './alternate.js';
import { oneThread } from './peers/processes/conversation.js';
import { FITS, startGretl } from './peers/processes/gretl.js';
import { type Peer, startPeer } from './peers/processes/peer.js';
import type { Group } from './report/report.js';
import { requireClose } from './require-close.js';
import { employment, toModel } from './spec.js';

const model = toModel(employment);

/** The model that pgmm estimates: no constant, and k as a separate instrument in each equation. */
const asPlm = {
  ...model,
  formula: 'n ~ 0 + L.n + L2.n + w + k',
  gmm: [
    model.gmm[0]!,
    { ...model.gmm[1]!, equation: 'diff' as const },
    { ...model.gmm[1]!, lags: [1, 1] as [number, number], equation: 'level' as const },
  ],
  iv: [
    { vars: ['k'], equation: 'diff' as const },
    { vars: ['k'], equation: 'level' as const },
  ],
};

const DPANEL =
  'dpanel 2 ; n w k const ; GMM(n,2,4) GMM(w,1,3) GMMlevel(n,1,1) GMMlevel(w,0,0) k const --system --two-step';

interface Program {
  readonly name: string;
  readonly peer: Peer | undefined;
  /** Fits per call. */
  readonly fits: number;
  readonly model: typeof model | typeof asPlm;
}

/** One timed fit each; the title names the programs that are absent. */
export async function employmentGroup(
  engine: Engine,
  csv: { readonly path: string; readonly text: string },
  rounds: number,
): Promise<Group> {
  const table = parseCsv(csv.text);
  const fit = (variant: object) => fitModel(table, { ...model, ...variant }, { engine });
  const programs = await startPrograms(csv.path);
  try {
    const contenders: Contender[] = [
      packageContender('wasmetrics', async () => read(await fit({}), ['baselines'])),
      packageContender('wasmetrics with its instruments in words', async () =>
        read(await fit({}), ['baselines', ...words]),
      ),
      packageContender('wasmetrics without the baselines', async () =>
        read(await fit({ baselines: false }), []),
      ),
      packageContender('wasmetrics, a table and a model that it has not seen', async (i) =>
        read(await fitModel(unseen(table), unseenModel(i), { engine }), ['baselines']),
      ),
    ];
    for (const { name, peer, fits, model: its } of programs) {
      if (peer === undefined) continue;
      const { params, stdErrors } = await fit(its);
      const expected = [...Object.values(params), ...Object.values(stdErrors)];
      const solution = await peer.solve();
      expected.forEach((value, i) =>
        requireClose(`${name}, number ${i}`, solution[i]!, value, 1e-6, 'the package'),
      );
      const run = async () => void (await peer.solve());
      contenders.push({ name: peer.program, amount: fits, run });
    }
    const absent = programs.filter(({ peer }) => peer === undefined);
    return {
      title: `fit of the employment model with its tests${absent.map(({ name }) => `; ${name} absent`).join('')}`,
      item: 'fit',
      timings: await alternate(contenders, rounds),
    };
  } finally {
    for (const { peer } of programs) peer?.stop();
  }
}

async function startPrograms(path: string): Promise<Program[]> {
  return [
    { name: 'gretl', peer: await startGretl(path, ['id', 'year'], DPANEL), fits: FITS, model },
    {
      name: 'plm',
      peer: await startPeer('Rscript', 'pgmm.R', [path], oneThread),
      fits: 1,
      model: asPlm,
    },
    {
      name: 'pydynpd',
      peer: await startPeer('python3', 'abond.py', [path], oneThread),
      fits: 1,
      model,
    },
  ];
}

const numbers = [
  'params',
  'stdErrors',
  'confInt',
  'longRun',
  'criteria',
  'instrumentCount',
] as const;
const tests = ['wald', 'ar', 'sargan', 'hansen', 'diffHansen'] as const;
const words = ['instruments', 'momentConditions'] as const;

/** Reads the numbers, tests and `parts` of a result, so that their time is included. Throws if one is missing. */
function read(result: FitResult, parts: readonly (keyof FitResult)[]): void {
  const values = [
    ...[...numbers, ...parts].map((key) => result[key]),
    ...tests.map((key) => result.tests[key]),
  ];
  if (values.includes(undefined)) throw new Error('wasmetrics: expected every part of the result');
}

/** A new table with the same columns, so that no panel index is cached. */
function unseen({ nrows, columns }: ReturnType<typeof parseCsv>) {
  return { nrows, columns: new Map(columns) };
}

/** The model with one of 32 levels, more than are cached. */
function unseenModel(i: number) {
  return { ...model, level: 0.95 - 1e-6 * (i % 32) };
}

/** Fits per call: enough that the engine is compiled after the first call, which is not measured. */
const OWN_FITS = 1000;

function packageContender(name: string, fit: (i: number) => Promise<unknown>): Contender {
  const run = async () => {
    for (let i = 0; i < OWN_FITS; i++) await fit(i);
  };
  return { name, amount: OWN_FITS, run };
}
