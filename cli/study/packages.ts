/**
 * Checks, before a study runs, that the packages for its outputs are installed. Otherwise a missing package would be
 * noticed only after all the work.
 */
import { EconError, InputError } from '../../bindings/index.js';
import {
  type Figure,
  type FigureFormat,
  type PaperTable,
  renderFigure,
  renderTable,
  renderTables,
} from '../../bindings/entries/report.js';
import type { StudyInput } from '../../bindings/entries/study.js';
import { figureFolders } from './outputs.js';
import { quoted } from '../../bindings/core/errors/quoted.js';
import { toldAgain } from '../../bindings/words/told.js';

/** The smallest possible figure. */
const dot = {
  kind: 'coefficients',
  title: '',
  description: '',
  spec: { mark: 'point', data: { values: [{}] } },
} as unknown as Figure;

/** The smallest possible table. */
const cell = {
  kind: 'table',
  head: [['', '(1)']],
  spans: [],
  notes: [],
  stars: {},
  body: [{ label: 'x', kind: 'estimate', cells: [{ text: '1', value: 1, column: 1 }] }],
} as unknown as PaperTable;

/**
 * Makes a table or figure in each format that needs a package, and discards it.
 *
 * @param only - the tables and figures that run; by default all
 * @throws InputError `missing-package` with the key of the output and the command that installs it
 */
export async function checkPackages(
  { out = {}, figures = {} }: StudyInput,
  only?: readonly string[],
): Promise<void> {
  // The figure of a specification curve needs no package.
  const draws = Object.entries(figures).some(
    ([id, figure]) => (only?.includes(id) ?? true) && !('curve' in (figure as object)),
  );
  const keys = Object.keys(out);
  for (const key of ['docx', 'xlsx', 'pdf'] as const) {
    if (keys.includes(key)) await tryFormat(key, () => renderTables({ T1: cell }, key));
  }
  if (keys.includes('png')) await tryFormat('png', () => renderTable(cell, 'png'));
  if (!draws) return;
  if (keys.includes('html')) await tryFormat('html', () => renderFigure(dot, 'svg'));
  for (const [key, format] of Object.entries(figureFolders)) {
    const draw = () => renderFigure(dot, format as FigureFormat);
    if (keys.includes(key)) await tryFormat(key, draw);
  }
}

async function tryFormat(key: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const isMissing = error instanceof EconError && error.code === 'missing-package';
    if (!isMissing) return; // the output reports its own error
    const path = `out.${key}`;
    const told = toldAgain(quoted(error), { ...error.detail, path });
    throw new InputError(told, { of: 'study', key: path });
  }
}
