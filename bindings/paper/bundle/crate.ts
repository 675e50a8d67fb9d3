/** The metadata of a bundle for machines: RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), with the run as an action. */
import { type BundleFacts, type BundleFiles, folders, paths, type RunRecord } from './facts.js';
import { byPath, hashed, isSeal } from './manifest.js';

const formats: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  md: 'text/markdown',
  txt: 'text/plain',
  log: 'text/plain',
  svg: 'image/svg+xml',
  html: 'text/html',
  tex: 'application/x-tex',
  js: 'text/javascript',
  wasm: 'application/wasm',
  tgz: 'application/gzip',
  sh: 'application/x-sh',
};

const reference = (id: string) => ({ '@id': id });

/** The JSON-LD, which lists every file but itself and the manifest. */
export function crateText(facts: BundleFacts, record: RunRecord, files: BundleFiles): string {
  const listed = [...files.keys()]
    .filter((path) => path !== paths.crate && !isSeal(path))
    .sort(byPath);
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: reference('./'),
      conformsTo: reference('https://w3id.org/ro/crate/1.1'),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: `Data and code for: ${facts.title ?? facts.study}`,
      description: `A replication package: ${facts.study}, its data and its outputs.`,
      datePublished: record.ended.slice(0, 10),
      license: reference(paths.license),
      mainEntity: reference(facts.study),
      hasPart: listed.map((path) => reference(address(path))),
      mentions: reference('#run'),
    },
    ...listed.map((path) => fileEntity(path, files.get(path)!, facts)),
    engineEntity(facts),
    runEntity(facts, record, listed),
  ];
  const crate = { '@context': 'https://w3id.org/ro/crate/1.1/context', '@graph': graph };
  return `${JSON.stringify(crate, null, 2)}\n`;
}

/** A path as an address: each part is encoded. */
function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function fileEntity(path: string, bytes: Uint8Array, facts: BundleFacts) {
  const format = formats[path.split('.').at(-1)!.toLowerCase()];
  const isProgram = path === facts.study || path === facts.syntheticStudy;
  return {
    '@id': address(path),
    '@type': isProgram ? ['File', 'SoftwareSourceCode', 'ComputationalWorkflow'] : 'File',
    name: path,
    contentSize: String(bytes.length),
    sha256: hashed(path, bytes).sha256,
    ...(format !== undefined && { encodingFormat: format }),
  };
}

function engineEntity({ engine }: BundleFacts) {
  return {
    '@id': '#engine',
    '@type': 'SoftwareApplication',
    name: engine.name,
    softwareVersion: engine.version,
    hasPart: [...engine.files, engine.source].map(({ path }) => reference(address(path))),
  };
}

function runEntity(facts: BundleFacts, record: RunRecord, listed: readonly string[]) {
  const { study, data, items } = facts;
  const failed = items.some((item) => item.failed !== undefined);
  const inputs = data.map(({ path }) => path).filter((path) => listed.includes(path));
  return {
    '@id': '#run',
    '@type': 'CreateAction',
    name: `Run of ${study}`,
    startTime: record.started,
    endTime: record.ended,
    instrument: [reference('#engine'), reference(address(study))],
    object: inputs.map((path) => reference(address(path))),
    result: listed
      .filter((path) => path.startsWith(folders.outputs))
      .map((path) => reference(address(path))),
    actionStatus: failed
      ? 'http://schema.org/FailedActionStatus'
      : 'http://schema.org/CompletedActionStatus',
    description: `Node.js ${record.node}, ${record.system}, ${record.cpu}`,
  };
}
