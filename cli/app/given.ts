/** The files that a page is opened with, and what the page does with each. */
import { basename, extname } from 'node:path';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { usage } from '../exit.js';
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
 * The given files, and no others: a model or a study comes perhaps from a stranger, and could name any file of this
 * machine, which the page or its saved copy would then hold.
 *
 * @throws InputError for a file that cannot be read
 * @throws CommanderError if a study names data that are not given, or a model names some and none are
 */
export async function givenFiles(host: Host, paths: readonly string[]): Promise<GivenFile[]> {
  const read = new Map<string, GivenFile & { readonly named: readonly string[] }>();
  for (const path of paths) {
    await checkReadable(host, path);
    const place = locateInput(host, path);
    const written = await settingsIn(host, path);
    const role = roleOf(written);
    const model = role === 'model' ? { ...written, data: undefined } : undefined;
    const named = role === 'data' ? [] : dataOf(written);
    read.set(place, { name: basename(path), role, place, model, named });
  }
  const files = [...read.values()];
  const data = new Set(files.filter(({ role }) => role === 'data').map(({ name }) => name));
  for (const { name: file, role, named } of files) {
    const missing = named.map(lastPart).filter((name) => !data.has(name));
    if (missing.length > 0 && (role === 'study' || data.size === 0)) {
      throw usage(misuse['data-not-given']({ file, data: missing.join(', ') }));
    }
  }
  return files.map(({ name, role, place, model }) => ({ name, role, place, model }));
}

/** The name by which the page knows a file. */
const lastPart = (path: string) => path.split(/[/\\]/).at(-1)!;

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
