/** The form of a venue's data editor, filled in line by line for a bundle. */
import { badArgument } from '../../../core/arguments/arguments.js';
import { decodeText } from '../../../data/index.js';
import { outputsJson } from '../compare/outputs-json.js';
import type { PersonalFinding } from '../confidential/personal.js';
import { type BundleFacts, type BundleFiles, paths, type VenueName, venueNames } from '../facts.js';
import { checkManifest } from '../manifest.js';
import { venues } from '../venues.js';
import type { Answer } from './answers.js';
import { lines } from './lines.js';
import { typed } from '../typed.js';
import { aMap } from '../../../words/expectations/paper/reports.js';
import { oneOfWords } from '../../../words/expectations/values.js';

export interface FormLine {
  readonly id: string;
  /** What the venue wants. */
  readonly asks: string;
  /** `met`, `todo` if the author still has to say something, or `missing`. */
  readonly state: Answer['state'];
  /** Why, or what to do. */
  readonly note: string;
  /** The page with the requirement. */
  readonly source: string;
}

export interface BundleForm {
  readonly kind: 'bundle-form';
  readonly venue: VenueName;
  readonly title: string;
  readonly lines: readonly FormLine[];
  /** What the author must do outside the bundle. */
  readonly steps: readonly string[];
  readonly met: number;
  readonly todo: number;
  readonly missing: number;
}

export interface FormOptions {
  /** The journal or archive whose form is filled in. */
  readonly venue: VenueName;
  /** How the bundle is stored. */
  readonly container: 'folder' | 'zip';
  /** Findings of a scan of the data. */
  readonly personal?: readonly PersonalFinding[] | undefined;
}

/**
 * Ticks the form of a venue.
 *
 * @throws InputError `bad-value`; `bundle-output` without the facts of a bundle, `bundle-manifest`
 */
export function bundleForm(files: BundleFiles, options: FormOptions): BundleForm {
  return typed('bundleForm', () => formOf(files, options));
}

function formOf(files: BundleFiles, options: FormOptions): BundleForm {
  if (!(files instanceof Map)) throw badArgument('bundleForm', 'files', aMap(), files);
  const { venue, container, personal } = options;
  if (!venueNames.includes(venue)) {
    throw badArgument('bundleForm', 'venue', oneOfWords({ words: venueNames }), venue);
  }
  const facts = outputsJson(files, paths.facts) as unknown as BundleFacts;
  const about = {
    files,
    facts,
    container,
    personal,
    venue: venues[venue],
    manifest: checkManifest(files),
    readme: textOf(files, paths.readme),
    license: textOf(files, paths.license),
  };
  const answered = lines.flatMap((line): FormLine[] => {
    if (line.venues !== undefined && !line.venues.includes(venue)) return [];
    const { state, note } = line.answer(about);
    const { id, asks } = line;
    return [{ id, asks, state, note, source: line.source ?? venues[venue].source }];
  });
  const count = (state: Answer['state']) =>
    answered.filter((formLine) => formLine.state === state).length;
  return {
    kind: 'bundle-form',
    venue,
    title: venues[venue].title,
    lines: answered,
    steps: venues[venue].steps,
    met: count('met'),
    todo: count('todo'),
    missing: count('missing'),
  };
}

/** The text of a file, empty if it is not there. */
function textOf(files: BundleFiles, path: string): string {
  const bytes = files.get(path);
  return bytes === undefined ? '' : decodeText(bytes, { name: path, fixed: true }).text;
}
