/** Times of reading data files, next to the programs that read the same bytes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import Papa from 'papaparse';
import type { Table } from 'wasmetrics';
import { convertTable, parseCsv, readTable, toTable } from 'wasmetrics/data';
import { alternate, type Contender } from '../alternate.js';
import { oneThread } from '../peers/processes/conversation.js';
import { type Peer, startPeer } from '../peers/processes/peer.js';
import type { Group } from '../report/report.js';
import { textTables, typedColumns } from './texts.js';

const TEXT_ROWS = 300_000;
/** Rows of a .dta file of about 200 MB. */
const DTA_ROWS = 3_000_000;
const PARQUET_ROWS = 500_000;
/** Characters that the parser streams at a time. */
const CHUNK = 1 << 20;

export async function fileGroups(rounds: number): Promise<Group[]> {
  const groups: Group[] = [];
  for (const { name, bytes } of textTables(TEXT_ROWS))
    groups.push(await textGroup(name, bytes, rounds));
  groups.push(await parquetGroup(rounds));
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-bench-'));
  try {
    groups.push(await stataGroup(join(folder, 'typed.dta'), rounds));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return groups;
}

async function textGroup(name: string, bytes: Uint8Array, rounds: number): Promise<Group> {
  const contenders: Contender[] = [
    { name: 'wasmetrics', amount: 1, run: () => void parseCsv(bytes) },
    {
      name: 'papaparse, cells as texts, streaming',
      amount: 1,
      run: () => {
        const text = new TextDecoder().decode(bytes);
        const chunk = (): void => undefined;
        Papa.parse<string[]>(text, {
          delimiter: ',',
          newline: '\n',
          chunkSize: CHUNK,
          chunk,
          complete: chunk,
        });
      },
    },
  ];
  return {
    title: titleOf(`CSV, ${name}`, bytes),
    item: 'file',
    timings: await alternate(contenders, rounds),
  };
}

function titleOf(name: string, { length }: { readonly length: number }): string {
  return `${name}, ${(length / 1e6).toFixed(0)} MB`;
}

async function parquetGroup(rounds: number): Promise<Group> {
  const written = await convertTable(toTable(typedColumns(PARQUET_ROWS)), 'parquet');
  const bytes = new Uint8Array(written.bytes);
  const contenders: Contender[] = [
    { name: 'wasmetrics', amount: 1, run: async () => void (await readTable(bytes)) },
    {
      name: 'hyparquet, parts of columns',
      amount: 1,
      run: () => parquetRead({ file: bytes.buffer, compressors, onChunk: () => undefined }),
    },
  ];
  return {
    title: titleOf('Parquet', bytes),
    item: 'file',
    timings: await alternate(contenders, rounds),
  };
}

/** pandas reads the file in a separate process, which reports its processor time. */
async function stataGroup(path: string, rounds: number): Promise<Group> {
  const { bytes } = await convertTable(toTable(typedColumns(DTA_ROWS)), 'dta');
  writeFileSync(path, bytes);
  const contenders: Contender[] = [
    { name: 'wasmetrics', amount: 1, run: async () => void (await readTable(path)) },
  ];
  const peer = await startPeer('python3', 'read_stata.py', [path], oneThread);
  if (peer !== undefined) contenders.push(pandas(peer, await readTable(path)));
  try {
    const title = titleOf('.dta', bytes) + (peer === undefined ? '; pandas absent' : '');
    return { title, item: 'file', timings: await alternate(contenders, rounds) };
  } finally {
    peer?.stop();
  }
}

function pandas(peer: Peer, { nrows }: Table): Contender {
  let processor = 0;
  const run = async (): Promise<void> => {
    const [rows, seconds] = await peer.solve();
    if (rows !== nrows) throw new Error(`pandas: expected ${nrows} rows, found ${rows}`);
    processor = 1000 * seconds!;
  };
  return { name: peer.program, amount: 1, run, processor: () => processor };
}
