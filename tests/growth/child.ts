/** The process that measures: `growth SCALE [PART OF NAME]` prints times as JSON, `peak SCALE NAME` megabytes. */
import { outcomeOf } from './generator.js';
import { generators, refusals } from './generators/index.js';
import { type Growth, growthOf } from './measure.js';

const [what, scale = '1', name = ''] = process.argv.slice(2);

if (what === 'peak') {
  const generator = generators.find((one) => one.name === name)!;
  const before = process.resourceUsage().maxRSS;
  await outcomeOf(generator, Math.round(Number(scale) * generator.parts));
  console.log((process.resourceUsage().maxRSS - before) / 1024);
} else {
  const chosen = generators.filter((one) => one.name.includes(name));
  const growths: Growth[] = [];
  for (const generator of chosen) growths.push(await growthOf(generator, Number(scale)));
  const names = chosen.map((one) => one.name);
  console.log(
    JSON.stringify({ growths, heavy: Object.keys(refusals).filter((one) => names.includes(one)) }),
  );
}
