/**
 * Random damage to checkpoints: `npx tsx tests/fuzz/damage-checkpoints.ts [damages] [seed]`. Each must give a
 * typed error that names the file, or the result without damage. The tests make some hundred damages.
 */
import { survey } from './survey.js';

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
const { counts, wrong } = await survey(count, seed);
for (const [outcome, times] of Object.entries(counts).sort()) console.log(`${times}  ${outcome}`);
for (const line of wrong.slice(0, 50)) console.error(line);
console.log(`${count} damages with seed ${seed}, ${wrong.length} wrong`);
if (wrong.length > 0) process.exitCode = 1;
