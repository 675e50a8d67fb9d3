/** Which options of reading a file has. Those of a text table leave the most to choose. */
import { signal } from '@preact/signals';
import { ask } from '../engine/client.js';

export type FileKind = 'text' | 'sheet' | 'other';

/** Endings of file names by format, once the engine has said them. */
const endings = signal<Readonly<Record<string, readonly string[]>>>({});

export async function askEndings(): Promise<void> {
  if (Object.keys(endings.value).length === 0) endings.value = await ask('endings', undefined);
}

const kinds: Readonly<Record<string, FileKind>> = { csv: 'text', xlsx: 'sheet', ods: 'sheet' };

/** The kind that a file's name implies; a name without a known ending is that of a text. */
export function kindOf(name: string): FileKind {
  const ending = name.toLowerCase().replace(/\.gz$/, '').split('.').at(-1)!;
  const [format] = Object.entries(endings.value).find(([, list]) => list.includes(ending)) ?? [];
  return format === undefined ? 'text' : (kinds[format] ?? 'other');
}

/** What a file chooser accepts. */
export const accepted = () =>
  [...Object.values(endings.value).flat(), 'gz'].map((ending) => `.${ending}`).join(',');
