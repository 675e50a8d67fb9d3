/** The commands by purpose, as help lists them. Only the command that is named is loaded, or all of them. */
import type { Command } from 'commander';
import { estimatorsWith } from '../estimators/names.js';
import type { Host } from '../host.js';

/** Adds a command to the program; `runCommand` runs another one. */
export type Add = (program: Command, host: Host, runCommand: RunCommand) => void;

export type RunCommand = (args: readonly string[], host: Host) => Promise<void>;

interface CommandModule {
  /** A command without a name is loaded with all others. */
  readonly name?: string;
  load(): Promise<Add>;
}

function estimator(name: string): CommandModule {
  return {
    name,
    async load() {
      const { addShortcut } = await import('./estimate/shortcut.js');
      const { shortcutOf } = await import('../estimators/index.js');
      return (program, host) => addShortcut(program, shortcutOf(name), host);
    },
  };
}

const one = (name: string, load: () => Promise<Add>): CommandModule => ({ name, load });

const groups: readonly (readonly [heading: string, commands: readonly CommandModule[]])[] = [
  [
    'Estimate:',
    [
      ...estimatorsWith().map(estimator),
      one('fit', async () => (await import('./estimate/fit.js')).addFit),
      one('merge', async () => (await import('./estimate/merge.js')).addMerge),
      one('predict', async () => (await import('./estimate/predict.js')).addPredict),
      one('margins', async () => (await import('./estimate/margins.js')).addMargins),
    ],
  ],
  [
    'Test:',
    [
      one('test', async () => (await import('./analyse/test.js')).addTest),
      one('permute', async () => (await import('./analyse/permutations.js')).addPermute),
      one('weak', async () => (await import('./analyse/weak.js')).addWeak),
    ],
  ],
  [
    'Compare and check:',
    [
      one('groups', async () => (await import('./analyse/groups.js')).addGroups),
      one('multiverse', async () => (await import('./analyse/multiverse.js')).addMultiverse),
      one('influence', async () => (await import('./analyse/instruments.js')).addInfluence),
      one('instruments', async () => (await import('./analyse/instruments.js')).addInstruments),
      one('check', async () => (await import('./analyse/check.js')).addCheck),
    ],
  ],
  [
    'Simulate:',
    [
      one('power', async () => (await import('./analyse/power.js')).addPower),
      one('design', async () => (await import('./analyse/power.js')).addDesign),
    ],
  ],
  [
    'Look at data:',
    [
      one('describe', async () => (await import('./data/describe.js')).addDescribe),
      one('correlate', async () => (await import('./data/describe.js')).addCorrelate),
      one('panel-report', async () => (await import('./data/describe.js')).addPanelReport),
      one('index', async () => (await import('./data/composite-index.js')).addIndex),
      one('convert', async () => (await import('./data/convert.js')).addConvert),
    ],
  ],
  [
    'Tables, figures and other programs:',
    [
      one('app', async () => (await import('./papers/app.js')).addApp),
      one('study', async () => (await import('./papers/study.js')).addStudy),
      one('init', async () => (await import('./papers/init.js')).addInit),
      one('table', async () => (await import('./papers/table.js')).addTable),
      one('plot', async () => (await import('./papers/plot.js')).addPlot),
      one('export', async () => (await import('./papers/export.js')).addExport),
      one('import', async () => (await import('./papers/import.js')).addImport),
      one('bench', async () => (await import('./papers/bench.js')).addBench),
      one('bundle', async () => (await import('./papers/bundle.js')).addBundle),
      one('verify', async () => (await import('./papers/verify.js')).addVerify),
    ],
  ],
  [
    'Run on several machines:',
    [
      one('plan', async () => (await import('./machines/plan.js')).addPlan),
      one('run', async () => (await import('./machines/run.js')).addRun),
      one('status', async () => (await import('./machines/status.js')).addStatus),
      one('worker', async () => (await import('./machines/worker.js')).addWorker),
    ],
  ],
  [
    'Explain and complete:',
    [
      one('explain', async () => (await import('./help/explain.js')).addExplain),
      // Completion looks at all commands.
      { load: async () => (await import('./help/completion.js')).addCompletion },
    ],
  ],
];

/** Adds the command that the arguments name, or all commands if they begin with another word. */
export async function addCommands(
  program: Command,
  args: readonly string[],
  context: readonly [Host, RunCommand],
): Promise<void> {
  const all = groups.flatMap(([, commands]) => commands);
  const first = firstName(args);
  const named = first === undefined ? undefined : all.find(({ name }) => name === first);
  for (const [heading, commands] of groups) {
    program.commandsGroup(heading);
    for (const command of commands) {
      if (named === undefined || command === named) (await command.load())(program, ...context);
    }
  }
}

/** The first argument that names a command, after `--engine`. */
function firstName([first, second, third]: readonly string[]): string | undefined {
  if (first === '--engine') return third;
  return first?.startsWith('--engine=') === true ? second : first;
}
