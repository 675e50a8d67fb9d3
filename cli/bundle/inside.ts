/** Where a bundle keeps the files of `out` and `text`: below one folder, whatever their paths. */
import { InputError, type StudyInput, type StudyOutputs } from '../../bindings/index.js';
import { filledName } from '../study/outputs.js';

/** The path without what leads out of a folder, on this system or another: drives, roots and `..`. */
export function insidePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/^[a-z]:/i, '').split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The outputs of a study by their paths in a bundle.
 *
 * @throws InputError `bad-value` for a path that names no file, `file-in-use` for two that become the same one
 */
export function outputsInside({ out = {}, text = [] }: StudyInput): StudyOutputs {
  const used = new Map<string, string>();
  const inside = (key: string, path: string) => {
    const kept = insidePath(path);
    const other = used.get(kept);
    if (kept === '' || other !== undefined) throw refused(key, path, other);
    used.set(kept, `${key} (${path})`);
    return kept;
  };
  const written = Object.entries(out as Readonly<Record<string, string | readonly string[]>>);
  const entries = written.flatMap(([key, value]) => {
    if (key === 'bundle') return [];
    const paths = [value].flat().map((path) => inside(`out.${key}`, path));
    return [[key, typeof value === 'string' ? paths[0] : paths] as const];
  });
  for (const template of [text].flat()) inside('text', filledName(template));
  return Object.fromEntries(entries) as StudyOutputs;
}

function refused(key: string, path: string, other: string | undefined): InputError {
  const expected =
    other === undefined ? 'a file name' : `a path in the bundle that differs from that of ${other}`;
  const message = `study: ${key}: expected ${expected}, found ${path}; choose another name`;
  return new InputError(other === undefined ? 'bad-value' : 'file-in-use', message, { path: key });
}
