/** Fills in the form of a venue for a bundle on disk. */
import { stat } from 'node:fs/promises';
import {
  type BundleFiles,
  type BundleForm,
  bundleForm,
  findPersonal,
  type PersonalFinding,
  planBundle,
  type VenueName,
} from '../../bindings/entries/bundle.js';
import { readTable } from '../../bindings/entries/data.js';
import { visible } from '../../bindings/entries/report.js';
import type { StudyInput } from '../../bindings/entries/study.js';
import { type Host, locate } from '../host.js';
import { readYaml } from '../yaml.js';
import { readBundle } from './files.js';

/** The given venue, or else the one that the bundle was made for. */
export async function checkForm(
  host: Host,
  path: string,
  venue: VenueName | undefined,
): Promise<BundleForm> {
  const files = await readBundle(host, path);
  const isFolder = (await stat(locate(host, path))).isDirectory();
  const { study, venue: made } = factsIn(files);
  return bundleForm(files, {
    venue: venue ?? made,
    container: isFolder ? 'folder' : 'zip',
    personal: await personalIn(files, study),
  });
}

function factsIn(files: BundleFiles): { readonly study: string; readonly venue: VenueName } {
  const bytes = files.get('bundle.json') ?? new Uint8Array();
  const facts = readYaml('bundle.json', new TextDecoder().decode(bytes)) as {
    study?: string;
    venue?: VenueName;
  } | null;
  return { study: facts?.study ?? '', venue: facts?.venue ?? 'plain' };
}

/** What a scan of the shipped data finds. */
async function personalIn(files: BundleFiles, study: string): Promise<readonly PersonalFinding[]> {
  const bytes = files.get(study);
  if (bytes === undefined) return [];
  const written = readYaml(study, new TextDecoder().decode(bytes)) as StudyInput;
  const findings: PersonalFinding[] = [];
  for (const { path, place } of planBundle(written, study).data) {
    const content = files.get(path);
    if (content === undefined) continue;
    const { file, ...keys } = place;
    const table = await readTable(content, { ...keys, name: file });
    findings.push(...(await findPersonal(table)));
  }
  return findings;
}

const marks = { met: '[x]', todo: '[ ]', missing: '[!]' } as const;

/** One line per line of the form, then the counts and what must be done outside the bundle. */
export function formWords(form: BundleForm): string {
  const { title, lines, steps, met, todo, missing } = form;
  return [
    `Form for ${title}`,
    ...lines.map(({ asks, state, note }) =>
      state === 'met'
        ? `${marks[state]} ${asks}`
        : `${marks[state]} ${asks}\n      ${state === 'todo' ? 'TODO' : 'missing'}: ${note}`,
    ),
    `${met} met, ${todo} TODO, ${missing} missing`,
    ...steps.map((step) => `Then: ${step}`),
    `Sources: ${[...new Set(lines.map(({ source }) => source))].join(' ')}`,
  ]
    .map(visible)
    .join('\n');
}
