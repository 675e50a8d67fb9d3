/**
 * Runs every public analysis on a fit. An analysis returns a value, or refuses with a typed error of one line that says
 * what is missing; anything else fails the contract.
 */
import * as library from '../../library.js';
import type { FitResult, ModelInput, Table } from '../../../../bindings/index.js';

/** A model with its data and its fit; `of` is a regressor. */
export interface Subject {
  readonly table: Table;
  readonly model: ModelInput;
  readonly fit: FitResult;
  readonly of: string;
}

type Analysis = (subject: Subject) => unknown;

const runs = { reps: 19, seed: 1, workers: 0 } as const;

/** Computes the jobs as a machine does that has only the task. */
async function storedChunks({ task, ranges }: library.RepeatedWork): Promise<library.StoredChunks> {
  const chunks: never[] = [];
  await library.computeJobs(task, { ranges, take: (chunk) => chunks.push(chunk as never) });
  const strange = ranges.findIndex((range, i) => !library.isChunkOf(task, range, chunks[i]));
  if (strange >= 0) throw new Error(`the chunk of range ${strange} is of other jobs`);
  return {
    missing: [],
    async *read() {
      yield* await Promise.resolve(chunks);
    },
  };
}

const bootstraps: Readonly<Record<string, Analysis>> = {
  bootstrap: ({ fit }) => library.bootstrap(fit, runs).result,
  'bootstrap, pairs': ({ fit }) => library.bootstrap(fit, { ...runs, scheme: 'pairs' }).result,
  'bootstrap, bca': ({ fit }) => library.bootstrap(fit, { ...runs, ci: ['bca'] }).result,
  'bootstrap, studentized': ({ fit }) =>
    library.bootstrap(fit, { ...runs, ci: ['studentized'] }).result,
  'bootstrap, wild': ({ fit }) => library.bootstrap(fit, { ...runs, scheme: 'wild' }).result,
  'bootstrap, jackknife': ({ fit }) => library.bootstrap(fit, { ...runs, jackknife: true }).result,
  withBootstrap: async ({ fit }) =>
    library.toText(library.withBootstrap(fit, await library.bootstrap(fit, runs).result)),
  replicates: async ({ fit }) => {
    const run = library.bootstrap(fit, runs);
    return library.replicateColumns(fit, await run.replicates);
  },
  'replicates, stored': async ({ fit }) => {
    const options = { reps: 19, seed: 1 };
    const stored = (await library.bootstrapStored(fit, options, storedChunks))!;
    const parts: string[] = [];
    for await (const part of library.storedReplicatesCsv(stored.result, stored.replicates))
      parts.push(part);
    return parts.join('');
  },
  permutationTest: ({ fit, of }) => library.permutationTest(fit, { of, reps: 19, workers: 0 }),
  'multipleTests, holm': ({ fit, of }) => library.multipleTests([fit], { of: [of] }),
  'multipleTests, romano-wolf': ({ fit, of }) =>
    library.multipleTests([fit], { of: [of], adjust: ['romano-wolf'], reps: 19, workers: 0 }),
};

const groups = ['wald', 'suest', 'permutation', 'bootstrap', 'wild', 'cr2'] as const;

const comparisons: Readonly<Record<string, Analysis>> = {
  ...Object.fromEntries(
    groups.map((method) => [
      `compareGroups, ${method}`,
      ({ table, model, of }: Subject) =>
        library.compareGroups(table, model, { by: 'half', of, methods: [method], ...runs }),
    ]),
  ),
  'compareGroups, common': ({ table, model, of }) =>
    library.compareGroups(table, model, { by: 'half', of, common: true, ...runs }),
  'compareGroups, bdiff': ({ table, model, of }) =>
    library.compareGroups(table, model, { by: 'half', of, compat: 'bdiff', ...runs }),
  'compareGroups, continuous': ({ table, model, of }) =>
    library.compareGroups(table, model, { by: 'm', of, continuous: true, ...runs }),
};

const tests: Readonly<Record<string, Analysis>> = {
  wald: ({ fit, of }) => library.wald(fit, [of]),
  deltaMethod: ({ fit, of }) => library.delta(fit, `exp(${of})`),
  hausman: ({ fit }) => library.hausman(fit, fit),
  'hausman, robust': ({ fit }) => library.hausman(fit, fit, { robust: true }),
  diagnostics: ({ fit }) => library.diagnostics(fit),
  weakIdentification: ({ fit }) => library.weakIdentification(fit, { workers: 0 }),
};

const rows: Readonly<Record<string, Analysis>> = {
  predict: ({ fit }) => library.predict(fit),
  'predict, new data': ({ fit, table }) => library.predict(fit, table),
  'predict, interval': ({ fit }) => library.predict(fit, undefined, { interval: 'prediction' }),
  augment: ({ fit }) => library.augment(fit),
  fixedEffects: ({ fit }) => library.fixedEffects(fit),
  margins: ({ fit, of }) => library.margins(fit, { of }),
  tidy: ({ fit }) => library.tidy(fit),
  glance: ({ fit }) => library.glance(fit),
  withData: ({ fit, table, model }) => library.withData({ ...fit }, table, model),
};

const sensitivity: Readonly<Record<string, Analysis>> = {
  influence: ({ fit }) => library.influence(fit, { workers: 0 }),
  multiverse: ({ table, model }) => library.multiverse(table, model, { workers: 0, cap: 5000 }),
  countSpecifications: ({ model }) => library.countSpecifications(model),
  specificationModels: ({ model }) => library.specificationModels(model),
  instrumentReport: ({ fit }) => library.instruments(fit),
  power: ({ fit }) => library.simulatePower(fit, { reps: 2, workers: 0 }),
  design: ({ fit }) => library.compareDesigns(fit, { reps: 2, workers: 0 }),
};

/** The model written to a file, or with several samples and steps. */
const estimates: Readonly<Record<string, Analysis>> = {
  'fitAll, samples': ({ table, model }) =>
    library.fitAll(table, { ...model, samples: { all: null, even: 'half == 0' } }),
  'fitAll, split': ({ table, model }) => library.fitAll(table, { ...model, fsplit: 'half' }),
  'fitAll, steps': ({ table, model, of }) =>
    library.fitAll(table, {
      ...model,
      formula: model.formula.replace(new RegExp(`\\b${of}\\b`), `sw(${of}, log(${of}))`),
    }),
  fitFile: ({ table, model }) =>
    library.fitFile(new TextEncoder().encode(csvOf(table)), model, { read: { name: 'data.csv' } }),
  'fit, robust': ({ table, model }) => library.fitModel(table, { ...model, vcov: 'robust' }),
  resolveNames: ({ table, model }) => library.resolveNames(model, table),
  resultHash: ({ fit }) => library.resultHash(fit),
};

function csvOf({ columns, nrows }: Table): string {
  const names = [...columns.keys()];
  const cells = (row: number) =>
    names.map((name) => {
      const value = columns.get(name)!.values[row]!;
      return Number.isNaN(value) ? '' : String(value);
    });
  return [names, ...Array.from({ length: nrows }, (_, row) => cells(row))]
    .map((row) => row.join())
    .join('\n');
}

const papers: Readonly<Record<string, Analysis>> = {
  toText: ({ fit }) => library.toText(fit),
  toMarkdown: ({ fit }) => library.toMarkdown(fit),
  toCsv: ({ fit }) => library.toCsv(fit),
  'toText of JSON': ({ fit }) =>
    library.toText(library.parseResult(JSON.parse(library.toJson(fit)))),
  documentOf: ({ fit }) => library.documentOf(fit),
  documentIn: ({ fit }) => library.documentIn(fit, 'en'),
  lintTable: ({ fit }) => library.lintTable(library.regressionTable([fit]), [fit]),
  regressionTable: ({ fit }) => library.renderTable(library.regressionTable([fit]), 'markdown'),
  'regressionTable of JSON': ({ fit }) =>
    library.renderTable(
      library.regressionTable([library.parseResult(JSON.parse(library.toJson(fit))) as FitResult]),
      'text',
    ),
  'regressionTable, errors': ({ fit }) =>
    library.renderTable(library.regressionTable([fit], { vcov: 'HC1' }), 'text'),
  coefficientFigure: ({ fit }) => library.coefficientFigure([fit]),
  residualFigure: ({ fit }) => library.residualFigure(fit),
  leverageFigure: ({ fit }) => library.leverageFigure(fit),
  ...Object.fromEntries(
    library.exportPrograms.map((program) => [
      `exportModel, ${program}`,
      ({ model }: Subject) => library.exportModel(model, program),
    ]),
  ),
  compatReport: ({ table, model }) => library.compatReport(table, model),
};

const figures: Readonly<Record<string, Analysis>> = {
  bootstrapFigure: async ({ fit, of }) => {
    const run = library.bootstrap(fit, runs);
    const bootstrapped = library.withBootstrap(fit, await run.result);
    return library.bootstrapFigure(bootstrapped, await run.replicates, { of });
  },
  marginsFigure: ({ fit, of }) => library.marginsFigure(fit, { of, over: 'k' }),
  influenceFigure: async ({ fit, of }) =>
    library.influenceFigure(await library.influence(fit, { workers: 0 }), { of }),
  curveFigure: async ({ table, model }) =>
    library.curveFigure(await library.multiverse(table, model, { workers: 0, cap: 5000 })),
  instrumentFigure: async ({ fit }) => library.instrumentFigure(await library.instruments(fit)),
  confidenceFigure: ({ fit, of }) => library.confidenceFigure(fit, { of }),
  eventFigure: ({ fit, of }) => library.eventFigure(fit, { of: [of] } as never),
  powerFigure: ({ fit }) => library.powerFigure(fit),
};

/** A study of the model: its tables, a claim and a figure, as a page in a language. */
function studyOf(language: 'en' | 'zh'): Analysis {
  return async ({ table, model, of }) => {
    const study = {
      language,
      tables: {
        T1: { models: [model] },
        T2: { model, split: { by: 'half' }, compare: { of, reps: 99 } },
      },
      claims: { H1: `T1.1: ${of} > 0`, H2: `T1.1: ${of} != 0` },
      figures: { F1: { coefficients: of, of: 'T1' } },
    };
    const run = await library.runStudy(study as unknown as library.StudyInput, table, {
      workers: 0,
    });
    const [first] = run.failed;
    if (first !== undefined) {
      const { code: id, message: text } = first.error;
      throw new library.InputError({ id, detail: {}, text });
    }
    return library.studyHtml(run);
  };
}

const studies: Readonly<Record<string, Analysis>> = {
  runStudy: studyOf('en'),
  'runStudy, Chinese': studyOf('zh'),
  judgeClaims: ({ fit, of }) => {
    const places = [{ id: 'T1.1', table: 'T1', columns: [1] }];
    const study = { models: { 'T1.1': fit }, places, comparisons: {}, failed: [] };
    return library.judgeClaims({ H1: `T1.1: ${of} > 0` }, study, { reps: 19 });
  },
  auditTable: ({ fit }) =>
    library.auditTable(
      library.readPrintedTables(library.renderTable(library.regressionTable([fit]), 'markdown')),
    ),
  starterStudy: ({ table }) => library.starterStudy(table, { data: 'data.csv' }),
};

export const analyses: Readonly<Record<string, Analysis>> = {
  ...bootstraps,
  ...comparisons,
  ...tests,
  ...rows,
  ...sensitivity,
  ...estimates,
  ...papers,
  ...figures,
  ...studies,
};

/** `value`, or the code of the refusal. Throws what is neither. */
export async function outcomeOf(analysis: Analysis, subject: Subject): Promise<string> {
  try {
    const value = await analysis(subject);
    return value === undefined ? 'nothing' : 'value';
  } catch (error) {
    if (!(error instanceof library.EconError) || error instanceof library.EngineError) throw error;
    if (!/^[^\n]{20,500}$/.test(error.message.split('\n')[0]!)) throw error;
    return error.code;
  }
}
