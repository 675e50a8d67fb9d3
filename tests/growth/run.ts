/**
 * Prints how the processor time of each generator grows, and the memory of those that could ask for much: `npm run growth -- 2 csv`
 * takes a scale and a part of the names. The exit status is 1 if a time grows more than in proportion, or a peak is high.
 */
import { report } from './process.js';

/** Megabytes of memory that an input of less than a megabyte may take. */
const MOST_MEGABYTES = 300;

const [scale = '1', only = ''] = process.argv.slice(2);
const { growths, peaks } = await report(Number(scale), only);

const kilo = (count: number) => `${(count / 1000).toFixed(0)}k`;
const width = Math.max(...growths.map(({ name }) => name.length));
console.log(
  `${'generator'.padEnd(width)}  characters       ms of processor      exponent  ends with`,
);
for (const { name, lengths, milliseconds, exponent, outcome, isBounded } of growths) {
  const sizes = lengths.map(kilo).join(' ').padEnd(16);
  const times = milliseconds
    .map((one) => one.toFixed(1))
    .join(' ')
    .padEnd(20);
  const mark = isBounded ? '' : '  MORE THAN LINEAR';
  console.log(
    `${name.padEnd(width)}  ${sizes} ${times} ${exponent.toFixed(2).padStart(8)}  ${outcome}${mark}`,
  );
}
for (const { name, megabytes } of peaks) {
  const mark = megabytes > MOST_MEGABYTES ? '  TOO MUCH' : '';
  console.log(`peak of ${name}: ${megabytes.toFixed(0)} MB${mark}`);
}
const steep = growths.filter(({ isBounded }) => !isBounded).length;
const large = peaks.filter(({ megabytes }) => megabytes > MOST_MEGABYTES).length;
console.log(`${growths.length} generators, ${steep} more than linear, ${large} of too much memory`);
if (steep + large > 0) process.exitCode = 1;
