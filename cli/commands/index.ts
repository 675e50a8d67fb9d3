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
      const { addShortcut } = await import('./shortcut.js');
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
      one('fit', async () => (await import('./fit.js')).addFit),
      one('merge', async () => (await import('./merge.js')).addMerge),
      one('predict', async () => (await import('./predict.js')).addPredict),
      one('margins', async () => (await import('./margins.js')).addMargins),
    ],
  ],
  [
    'Test:',
    [
      one('test', async () => (await import('./test.js')).addTest),
      one('permute', async () => (await import('./permutations.js')).addPermute),
      one('weak', async () => (await import('./weak.js')).addWeak),
    ],
  ],
  [
    'Compare and check:',
    [
      one('groups', async () => (await import('./groups.js')).addGroups),
      one('multiverse', async () => (await import('./multiverse.js')).addMultiverse),
      one('influence', async () => (await import('./instruments.js')).addInfluence),
      one('instruments', async () => (await import('./instruments.js')).addInstruments),
      one('check', async () => (await import('./check.js')).addCheck),
    ],
  ],
  [
    'Simulate:',
    [
      one('power', async () => (await import('./power.js')).addPower),
      one('design', async () => (await import('./power.js')).addDesign),
    ],
  ],
  [
    'Look at data:',
    [
      one('describe', async () => (await import('./describe.js')).addDescribe),
      one('correlate', async () => (await import('./describe.js')).addCorrelate),
      one('panel-report', async () => (await import('./describe.js')).addPanelReport),
      one('index', async () => (await import('./composite-index.js')).addIndex),
      one('convert', async () => (await import('./convert.js')).addConvert),
    ],
  ],
  [
    'Tables, figures and other programs:',
    [
      one('study', async () => (await import('./study.js')).addStudy),
      one('init', async () => (await import('./init.js')).addInit),
      one('table', async () => (await import('./table.js')).addTable),
      one('plot', async () => (await import('./plot.js')).addPlot),
      one('export', async () => (await import('./export.js')).addExport),
      one('import', async () => (await import('./import.js')).addImport),
      one('bundle', async () => (await import('./bundle.js')).addBundle),
      one('verify', async () => (await import('./verify.js')).addVerify),
    ],
  ],
  [
    'Run on several machines:',
    [
      one('plan', async () => (await import('./plan.js')).addPlan),
      one('run', async () => (await import('./run.js')).addRun),
      one('status', async () => (await import('./status.js')).addStatus),
      one('worker', async () => (await import('./worker.js')).addWorker),
    ],
  ],
  [
    'Explain and complete:',
    [
      one('explain', async () => (await import('./explain.js')).addExplain),
      // Completion looks at all commands.
      { load: async () => (await import('./completion.js')).addCompletion },
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
