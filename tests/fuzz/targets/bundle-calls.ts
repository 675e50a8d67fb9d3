/** Calls of the functions that make and check replication bundles. */
import * as library from '../../library.js';
import { facts, outputsOf, parts, sampleBundle } from '../../bindings/paper/bundle/sample.js';
import type { Call } from './data-calls.js';

const study = { data: 'a.csv', tables: { T1: { describe: ['x'] } } };
const table = { id: ['a', 'a', 'b'], t: [1, 2, 1], x: [1.5, 2.5, 3.5] };

export function bundleCalls(): readonly Call[] {
  const files = sampleBundle();
  const plan = library.planBundle(study, '/papers/paper.yaml');
  const { engine, data } = facts;
  const read = () => Promise.resolve(library.toTable(table));
  return [
    { name: 'planBundle', args: [study, '/papers/paper.yaml'] },
    { name: 'bundleCodebook', args: [study, table, read] },
    {
      name: 'bundleFacts',
      args: [{ plan, venue: 'plain', engine, data, outputs: outputsOf() }],
    },
    { name: 'bundleFiles', args: [parts] },
    { name: 'resealedFiles', args: [files] },
    { name: 'bundleForm', args: [files, { venue: 'aea', container: 'folder', personal: [] }] },
    { name: 'checkBundle', args: [files] },
    { name: 'checkManifest', args: [files] },
    { name: 'compareOutputs', args: [outputsOf(), outputsOf()] },
    { name: 'compareRemade', args: [files, { facts, made: files, inputs: ['study/a.csv'] }] },
    { name: 'readBundleFacts', args: [files] },
    { name: 'remadeFiles', args: [files, parts] },
    { name: 'shellWord', args: ["it's"] },
    { name: 'hashedFile', args: ['a.csv', new Uint8Array(3)] },
    { name: 'packTarball', args: [new Map([['a.csv', new Uint8Array(3)]])] },
    { name: 'packZip', args: [new Map([['a.csv', new Uint8Array(3)]]), 'paper'] },
    { name: 'readZip', args: [library.packZip(files, 'paper'), 'paper.zip'] },
    { name: 'findPersonal', args: [table] },
    { name: 'syntheticTable', args: [table, { unit: 'id', time: 't', seed: 1 }] },
  ];
}
