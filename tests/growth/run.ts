/** Prints how the processor time of each generator grows: `npm run growth -- 2 csv` takes a scale and a part of the names. */
import { report } from './process.js';

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
  console.log(`peak of ${name}: ${megabytes.toFixed(0)} MB`);
}
const failed = growths.filter(({ isBounded }) => !isBounded);
console.log(`${growths.length} generators, ${failed.length} more than linear`);
if (failed.length > 0) process.exitCode = 1;
