/** Options with YAML values. The YAML reader is loaded if one of them is among the arguments. */
import type * as Yaml from '../yaml.js';

const names = ['--read', '--append', '--reshape', '--merge', '--over', '--set', '--samples'];

let reader: typeof Yaml | undefined;

/** Loads what `keysOf` and `yamlOf` need, before the arguments are parsed. */
export async function prepareKeys(args: readonly string[]): Promise<void> {
  const isNamed = args.some((arg) => names.some((name) => arg.startsWith(name)));
  if (isNamed) reader ??= await import('../yaml.js');
}

/** `readYaml` of the value of an option. Throws as it does. */
export function yamlOf(option: string, text: string): unknown {
  return reader!.readYaml(option, text);
}

/** `readKeys` of the value of an option. Throws as it does. */
export function keysOf(option: string, text: string, example: string): unknown {
  return reader!.readKeys(option, text, example);
}
