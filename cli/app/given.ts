/** The files that a page is opened with, and what the page does with each. */
import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import { type Host, locateInput } from '../host.js';
import { checkReadable, readText } from '../io.js';
import { readYaml } from '../yaml.js';

export type Role = 'data' | 'model' | 'study';

export interface GivenFile {
  /** The last part of the path, by which models and studies name the file. */
  readonly name: string;
  readonly role: Role;
  /** The absolute path. */
  readonly place: string;
  /** The keys of a model; the page chooses the data. */
  readonly model?: Settings | undefined;
}

type Settings = Readonly<Record<string, unknown>>;

/**
 * The given files, and the data that models and studies among them name and that are there.
 *
 * @throws InputError for a file that cannot be read
 */
export async function givenFiles(host: Host, paths: readonly string[]): Promise<GivenFile[]> {
  const files = new Map<string, GivenFile>();
  for (const path of paths) {
    const place = locateInput(host, path);
    await checkReadable(host, path);
    const written = await settingsIn(host, path);
    const role = roleOf(written);
    const model = role === 'model' ? { ...written, data: undefined } : undefined;
    files.set(place, { name: basename(path), role, place, model });
    for (const named of dataOf(written)) {
      const other = isAbsolute(named) ? named : join(dirname(place), named);
      const isThere = await checkReadable(host, other).then(
        () => true,
        () => false,
      );
      if (isThere && !files.has(other)) {
        files.set(other, { name: basename(other), role: 'data', place: other });
      }
    }
  }
  return [...files.values()];
}

/** The keys of a model or a study; none for data. */
async function settingsIn(host: Host, path: string): Promise<Settings> {
  if (!/^\.(ya?ml|json)$/i.test(extname(path))) return {};
  const written = readYaml(path, await readText(host, path));
  return typeof written === 'object' && written !== null && !Array.isArray(written)
    ? (written as Settings)
    : {};
}

function roleOf(written: Settings): Role {
  if ('study' in written || 'tables' in written) return 'study';
  return 'estimator' in written || 'formula' in written ? 'model' : 'data';
}

/** The paths under `data`: one, that of a file with options, or one for each name. */
function dataOf({ data }: Settings): string[] {
  const one = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    const { file } = value as Settings;
    return typeof file === 'string' ? [file] : Object.values(value).flatMap(one);
  };
  return one(data);
}
