/**
 * Files larger than memory: the command line estimates from a CSV and a Parquet file of about 2 GB as it streams them.
 * Prints the time of each command, the time of the parser alone in the same run, and the peak memory of the process.
 * Then compares the JSON with that of a run that reads the whole file, at a size that fits into memory.
 *
 *   npm run bench:large -- [--rows 33000000] [--folder <path>] [--keep]
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '33000000' },
    folder: { type: 'string', default: join(tmpdir(), 'wasmetrics-large') },
    keep: { type: 'boolean', default: false },
  },
});

/** Rows of the files that also fit in memory. */
const SMALL = 300_000;
/** Bytes per GB and per MB. */
const GB = 1e9;
const MB = 1e6;

/** A uniform number of row i and stream s, from a hash: the same in every run. */
const uniform = (s: number) => `((hash(i * 16 + ${s}) >> 11)::double / 9007199254740992)`;
const columns = `
  i // 50 as id,
  'region' || (hash(i * 16) % 12) as region,
  1 + 0.5 * x1 - 2 * x2 + 0.1 * (hash(i * 16) % 12) + ${uniform(1)} + ${uniform(2)} - 1 as y,
  x1, x2, z, 'note ' || (i % 1000) as note, 2000 + i % 20 as year`;
const rowsSql = (count: number) =>
  `select ${columns} from (select range as i, 10 * ${uniform(3)} - 5 as z,
    z + ${uniform(4)} as x1, ${uniform(5)} + 0.2 * z as x2 from range(${count}))`;
const roundedSql = (count: number) =>
  `select * replace (round(y, 6) as y, round(x1, 6) as x1, round(x2, 6) as x2, round(z, 6) as z) from (${rowsSql(count)})`;

const models = [
  ['ols', 'y ~ x1 + x2 + i(region)', '--vcov', 'HC1'],
  ['ols', 'y ~ x1 + x2', '--vcov', 'cluster:id'],
  ['iv', 'y ~ x2 | x1 ~ z', '--vcov', 'robust'],
] as const;

interface Ran {
  readonly seconds: number;
  /** Processor time, which other jobs on the machine hardly affect. */
  readonly cpu: number;
  /** Peak of the resident memory (VmHWM), in bytes. */
  readonly peak: number;
  readonly output: string;
}

/** Clock ticks per second on Linux, and the bytes of a page and of a unit of VmHWM. */
const TICKS = 100;
const KILOBYTE = 1024;

/** Peak memory and processor time of a process so far; undefined when it has ended. */
function usage(pid: number): { readonly peak: number; readonly cpu: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    const peak = KILOBYTE * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
    return Number.isNaN(peak)
      ? undefined
      : { peak, cpu: (Number(fields[10]) + Number(fields[11])) / TICKS };
  } catch {
    return undefined;
  }
}

/** Runs Node on these arguments. */
async function run(args: readonly string[]): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  let used = { peak: 0, cpu: 0 };
  const timer = setInterval(() => (used = usage(child.pid!) ?? used), 20);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`node ${args.join(' ')}: exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, ...used, output };
}

const papaparse = `
  import Papa from 'papaparse';
  import { createReadStream } from 'node:fs';
  let rows = 0;
  await new Promise((complete) => Papa.parse(createReadStream(process.argv[1]), {
    chunk: ({ data }) => { rows += data.length; }, complete }));
  console.log(rows);`;

const hyparquet = `
  import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
  import { compressors } from 'hyparquet-compressors';
  const file = await asyncBufferFromFile(process.argv[1]);
  const metadata = await parquetMetadataAsync(file);
  const columns = process.argv[2] === undefined ? undefined : process.argv[2].split(',');
  let [rowStart, cells] = [0, 0];
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    await parquetRead({ file, metadata, compressors, columns, rowStart, rowEnd,
      onChunk: ({ columnData }) => { cells += columnData.length; } });
    rowStart = rowEnd;
  }
  console.log(cells);`;

const script = (source: string, ...args: string[]) => [
  '--input-type=module',
  '--eval',
  source,
  ...args,
];

const command = (file: string, [name, ...rest]: readonly string[], ...flags: string[]) => [
  'dist/cli/main.js',
  name!,
  file,
  ...rest,
  '--json',
  ...flags,
];

function report(what: string, ran: Ran, bytes: number, parser?: Ran): void {
  const { seconds, cpu, peak } = ran;
  const share = (mine: number, other: number) => `${Math.round((100 * other) / mine)} %`;
  const shares =
    parser === undefined
      ? ''
      : `, ${share(seconds, parser.seconds)} of the parser's speed (${share(cpu, parser.cpu)} by processor time)`;
  console.log(
    `  ${what}: ${seconds.toFixed(1)} s, processor ${cpu.toFixed(1)} s, ${(bytes / MB / seconds).toFixed(0)} MB/s${shares}, peak ${(peak / MB).toFixed(0)} MB`,
  );
}

async function write(path: string, sql: string, format: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '2GB' });
  const connection = await instance.connect();
  await connection.run('set preserve_insertion_order = true');
  await connection.run(`copy (${sql}) to '${path}' (${format})`);
  connection.closeSync();
  return (await stat(path)).size;
}

async function compareSmall(path: string): Promise<void> {
  for (const model of models) {
    const whole = await run(command(path, model, '--no-stream'));
    const streamed = await run(command(path, model, '--stream'));
    const same = whole.output === streamed.output ? 'the same JSON' : 'DIFFERENT JSON';
    console.log(`  ${model.join(' ')}, ${SMALL} rows: ${same} in memory and streamed`);
  }
}

/** Times each model, and each parser before its first model. */
async function measure(
  path: string,
  sizes: { readonly bytes: number; readonly rows: number },
  parsers: readonly (readonly [string, string[]])[],
): Promise<void> {
  console.log(`${path}: ${(sizes.bytes / GB).toFixed(2)} GB, ${sizes.rows} rows`);
  let parser: Ran | undefined;
  for (const [name, args] of parsers) {
    const ran = await run(args);
    report(`${name} alone`, ran, sizes.bytes);
    parser ??= ran;
  }
  for (const model of models) {
    const ran = await run(command(path, model, '--stream'));
    report(model.join(' '), ran, sizes.bytes, parser);
  }
}

const rows = Number(options.rows);
await mkdir(options.folder, { recursive: true });
try {
  const csv = join(options.folder, 'large.csv');
  const bytes = await write(csv, roundedSql(rows), 'format csv, header true');
  await measure(csv, { bytes, rows }, [['papaparse', script(papaparse, csv)]]);
  if (!options.keep) await rm(csv);
  const parquet = join(options.folder, 'large.parquet');
  const packed = await write(parquet, rowsSql(2 * rows), 'format parquet');
  await measure(parquet, { bytes: packed, rows: 2 * rows }, [
    ['hyparquet (all columns)', script(hyparquet, parquet)],
    ['hyparquet (y, x1, x2, region)', script(hyparquet, parquet, 'y,x1,x2,region')],
  ]);
  if (!options.keep) await rm(parquet);
  for (const [name, sql, format] of [
    ['small.csv', roundedSql(SMALL), 'format csv, header true'],
    ['small.parquet', rowsSql(SMALL), 'format parquet'],
  ] as const) {
    const path = join(options.folder, name);
    await write(path, sql, format);
    await compareSmall(path);
    await rm(path);
  }
} finally {
  if (!options.keep) await rm(options.folder, { recursive: true });
}
