/**
 * `npm run bench:suite` times the standard set with the built command, keeps the times in bench/suite.json, a baseline
 * for this machine, and writes the tables of docs/explanation/speed.md.
 */
import { runBench } from './run-bench.js';
import { writeTables } from './write.js';

runBench(['--suite', '--reps', '9', '--save', 'bench/suite.json']);
await writeTables();
