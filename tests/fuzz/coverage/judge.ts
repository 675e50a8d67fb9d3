/** The judgement of one input, and the record of inputs that break a rule. */
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processorTime } from '../processor-time.js';
import { outcomeOf, WrongResult } from '../target.js';

/** Most kilobytes by which one input may raise the peak memory of the process. */
const MOST_KILOBYTES = 512 * 1024;

/**
 * Runs `read` on an input. Inputs that break a rule are written once per kind of fault, with a line that says which rule.
 * `names` is what each message must contain.
 */
export async function judge(
  target: string,
  input: Uint8Array,
  read: () => unknown,
  names?: string,
): Promise<void> {
  const before = process.resourceUsage().maxRSS;
  const run = () => named(read, names);
  const { outcome, wrong } = await outcomeOf({ input: '', run }, processorTime);
  const grown = process.resourceUsage().maxRSS - before;
  if (wrong !== undefined) record(target, input, `${outcome}: ${wrong}`);
  if (grown > MOST_KILOBYTES) record(target, input, `WRONG memory: ${Math.round(grown / 1024)} MB`);
}

/** A message that does not name its file is no help where several are read. */
async function named(read: () => unknown, names: string | undefined): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (names === undefined || !(error instanceof Error) || !('exitCode' in error)) throw error;
    if (error.message.includes(names)) throw error;
    throw new WrongResult(`the message does not name the file: ${error.message}`);
  }
}

/** Faults that differ in numbers and quoted texts only are of one kind. */
function record(target: string, input: Uint8Array, fault: string): void {
  const folder = process.env['FUZZ_FINDINGS'];
  if (folder === undefined) throw new Error(fault);
  const kind = fault
    .replace(/"[^"]*"/g, '""')
    .replace(/\d+/g, '0')
    .slice(0, 120);
  const path = join(
    folder,
    `${target}-${createHash('sha1').update(kind).digest('hex').slice(0, 12)}`,
  );
  if (existsSync(`${path}.txt`)) return;
  writeFileSync(path, input);
  writeFileSync(`${path}.txt`, `${target}: ${fault} (${input.length} bytes in ${path})`);
}
