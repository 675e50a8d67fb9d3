/** Compares a bundle with what was remade from its study and data: each file that can be computed. */
import { InputError } from '../../../core/errors/errors.js';
import { decodeText } from '../../../data/index.js';
import { type BundleFacts, type BundleFiles, folders, paths } from '../facts.js';
import { byPath, isSeal } from '../manifest.js';
import { typed } from '../typed.js';
import { checkCodebookCsv, checkCodebookMarkdown } from './codebook.js';
import {
  type BundleComparison,
  type ComparedItem,
  compareFile,
  compareOutputs,
} from './compare.js';
import { CHECKED, TODO } from '../readme/words.js';
import { checkStatements, collapsed, type Statement, type StatementCheck } from './statements.js';
import { nothingToCompare } from '../../../words/errors/paper/bundles.js';

/**
 * Checks that the README `given` has each number and command of the README `made` by the program. Its author may fill
 * in TODOs, tick boxes, and add or change sentences without the program's numbers.
 */
function checkReadme(made: string, given: string): StatementCheck {
  const written = made.split('\n').map(collapsed);
  return checkStatements(
    statementsOf(written),
    linesShown(given),
    new Set([...written, ...written.map(ticked)]),
  );
}

const ticked = (line: string) => line.replace(/^- \[ \]/, '- [x]');

/** The lines that a reader sees: comments of HTML are not shown. */
function linesShown(text: string): readonly string[] {
  return text
    .replace(/<!--[^]*?(-->|$)/g, '')
    .split('\n')
    .map((line) => collapsed(line).replace(/^- \[X\]/, '- [x]'))
    .filter((line) => line !== '');
}

/** Lines with numbers and commands. Headings, boxes and the rest of a line after TODO belong to the author. */
function statementsOf(lines: readonly string[]): readonly Statement[] {
  let isCode = false;
  return lines.flatMap((line): readonly Statement[] => {
    if (line.startsWith('```')) isCode = !isCode;
    else if (isCode) return [{ parts: [line], between: 'nothing' }];
    const isStatement = /\d/.test(line) && !/^(#|- \[ \]|```)/.test(line);
    return isStatement ? statementIn(line) : [];
  });
}

function statementIn(line: string): readonly Statement[] {
  const checked = line.indexOf(CHECKED);
  if (checked >= 0) {
    return [{ parts: [line.slice(checked)], between: 'nothing', isOptional: true }];
  }
  if (line.startsWith('|')) return [{ parts: line.split(TODO), between: 'cell' }];
  const [stated = ''] = line.split(TODO);
  return /\d/.test(stated) ? [{ parts: [stated.trim()], between: 'nothing' }] : [];
}

/**
 * A file that is not compared. Inputs are read by the run, and measurements belong to the author's run. Words belong to
 * the author, and an engine is compared by its hash. An output is withheld if it needs missing data.
 */
export interface NotCompared {
  readonly path: string;
  readonly why: 'input' | 'measurement' | 'words' | 'engine' | 'withheld';
}

export interface RemadeComparison extends BundleComparison {
  readonly notCompared: readonly NotCompared[];
}

export interface Remade {
  readonly facts: BundleFacts;
  /** The files that were made again, by their paths in a bundle. */
  readonly made: BundleFiles;
  /** What the run read. */
  readonly inputs: readonly string[];
}

/**
 * Compares all files of a bundle with those that were made again. The outputs of the paper are compared item by item, or those of
 * the synthetic data if only they were made.
 *
 * @throws InputError `bundle-output` for outputs that cannot be read
 */
export function compareRemade(bundle: BundleFiles, remade: Remade): RemadeComparison {
  return typed('compareRemade', () => comparisonOf(bundle, remade));
}

function comparisonOf(bundle: BundleFiles, { facts, made, inputs }: Remade): RemadeComparison {
  const folder = made.has(paths.results) ? folders.outputs : folders.syntheticOutputs;
  const items = outputItems(folder, bundle, made);
  if (
    items.every(({ kind, count = 0 }) => kind === 'file' || (kind === 'numbers' && count === 0))
  ) {
    throw new InputError(nothingToCompare({ file: folder }), folder);
  }
  const notCompared: NotCompared[] = [];
  const known = new Set(inputs);
  const others = [...new Set([...bundle.keys(), ...made.keys()])].filter(
    (path) => !path.startsWith(folder) && !path.startsWith(folders.rerun) && !isSeal(path),
  );
  for (const path of others.sort(byPath)) {
    const why = made.has(path) ? undefined : whyNot(path, known, facts, folder);
    if (why === undefined) items.push(itemOf(path, bundle.get(path), made.get(path)));
    else notCompared.push({ path, why });
  }
  return {
    kind: 'bundle-comparison',
    items,
    identical: items.every(({ outcome }) => outcome === 'identical'),
    notCompared,
  };
}

/** The items and files of one folder of outputs. */
function outputItems(folder: string, bundle: BundleFiles, made: BundleFiles): ComparedItem[] {
  const [expected, actual] = [bundle, made].map(
    (files) =>
      new Map(
        [...files].flatMap(([path, bytes]) =>
          path.startsWith(folder)
            ? [[folders.outputs + path.slice(folder.length), bytes] as const]
            : [],
        ),
      ),
  );
  return compareOutputs(expected!, actual!).items.map((item) =>
    item.kind === 'file' ? { ...item, id: item.id.replace(folders.outputs, folder) } : item,
  );
}

function whyNot(
  path: string,
  inputs: ReadonlySet<string>,
  { engine, data }: BundleFacts,
  folder: string,
): NotCompared['why'] | undefined {
  if (inputs.has(path)) return 'input';
  if (path === paths.record) return 'measurement';
  const isText = path === paths.license || /^README\.\w+$/.test(path);
  if (isText || path.startsWith(folders.documents)) return 'words';
  const shipped = [...engine.files, engine.source].map((file) => file.path);
  if (path === paths.licenses || shipped.includes(path)) return 'engine';
  const isWithheld = folder !== folders.outputs;
  const needsData = path.startsWith(folders.outputs) || data.some((file) => file.path === path);
  return isWithheld && needsData ? 'withheld' : undefined;
}

type Check = (made: string, given: string) => StatementCheck;

/** Files that authors edit; only the program's statements in them are compared. */
const documents: Readonly<Record<string, Check>> = {
  [paths.readme]: checkReadme,
  [paths.codebook]: checkCodebookMarkdown,
  [paths.codebookCsv]: checkCodebookCsv,
};

function itemOf(
  path: string,
  given: Uint8Array | undefined,
  made: Uint8Array | undefined,
): ComparedItem {
  const item = compareFile(path, given, made);
  const check = documents[path];
  if (check === undefined || item.outcome !== 'differs') return item;
  const [before, after] = [given!, made!].map(
    (bytes) => decodeText(bytes, { name: path, fixed: true }).text,
  );
  const { wrong, authored } = check(after!, before!);
  return {
    ...item,
    kind: 'document',
    outcome: wrong.length === 0 ? 'identical' : 'differs',
    printed: wrong.length,
    words: wrong.length === 0 ? editedWords(authored) : wrongWords(wrong),
    wrong,
  };
}

function editedWords(authored: number): string {
  const lines = authored === 1 ? '1 line is' : `${authored} lines are`;
  return authored === 0
    ? "identical except for the author's text"
    : `identical except for the author's text; ${lines} not compared`;
}

const MOST = 160;

/** The first statement that differs, and how many do. */
function wrongWords(wrong: StatementCheck['wrong']): string {
  const [{ expected, shown }] = wrong as [StatementCheck['wrong'][number]];
  const count =
    wrong.length === 1 ? '1 statement differs' : `${wrong.length} statements differ; the first`;
  const actual = shown === undefined ? 'no such statement' : `"${cut(shown)}"`;
  return `${count}: expected "${cut(expected)}", found ${actual}`;
}

function cut(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
