/** The times of programs as a figure: bars on a logarithmic scale, legible on light and dark pages. */
import { benchWords } from '../../bindings/words/errors/program/bench/model.js';
import type { Told } from '../../bindings/words/told.js';
import type { BenchResult, ProgramResult } from './result.js';
import { ratioText, timeText } from './text.js';

const [WIDTH, LEFT, RIGHT, BAR, GAP, HEAD] = [800, 210, 230, 20, 34, 62];
const [OURS, OTHERS, DIFFERS] = ['#0b4f94', '#8a8a8a', '#c8321e'];

/** Most characters of a model's name that fit into the title. */
const MOST = 40;

type Kind = 'warm' | 'cold';

/** Warm and cold times of the programs that ran; one whose coefficients differ is red and says so. */
export function benchSvg(result: BenchResult, say: (told: Told) => string): string {
  const { model, rows, machine, rounds } = result;
  const programs = result.programs.filter(({ warm, cold }) => warm !== null && cold !== null);
  const bars = (['warm', 'cold'] as const).map((kind) => barsOf(programs, kind, say));
  const height = HEAD + bars.length * (GAP + programs.length * BAR) + 14;
  const parts = bars.map((group, i) => {
    const top = HEAD + i * (GAP + programs.length * BAR);
    return `<g transform="translate(0 ${top})">\n${group}\n</g>`;
  });
  const shown = model.length > MOST ? `${model.slice(0, MOST - 1)}…` : model;
  const title = escaped(say(benchWords.title({ model: shown, rows })));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#222" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="10" y="24" font-size="16" font-weight="600">${title}</text>
<text x="10" y="44" fill="#555">${escaped(say(benchWords.machine({ ...machine, rounds })))}</text>
${parts.join('\n')}
</svg>`;
}

function barsOf(
  programs: readonly ProgramResult[],
  kind: Kind,
  say: (told: Told) => string,
): string {
  const times = programs.map((one) => one[kind]!);
  const [least, most] = [Math.min(...times) / 2, Math.max(...times)];
  const scale = (WIDTH - LEFT - RIGHT) / Math.log(most / least);
  const title = kind === 'warm' ? benchWords['title-warm']() : benchWords['title-cold']();
  const lines = programs.map((one, i) => {
    const [time, y] = [times[i]!, GAP - 12 + i * BAR];
    const length = Math.log(time / least) * scale;
    const color = i === 0 ? OURS : one.agrees === true ? OTHERS : DIFFERS;
    const name = `${one.name} ${one.version ?? ''}`.trim();
    const ratio = i === 0 ? '' : ` (${ratioText(time / times[0]!)})`;
    const verdict = one.agrees === true ? '' : `, ${say(benchWords['differ-short']())}`;
    return [
      `<text x="${LEFT - 8}" y="${y + 13}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="${BAR - 4}" fill="${color}"/>`,
      `<text x="${(LEFT + length + 6).toFixed(1)}" y="${y + 13}">${escaped(timeText(time) + ratio + verdict)}</text>`,
    ].join('\n');
  });
  return [`<text x="10" y="12" font-weight="600">${escaped(say(title))}</text>`, ...lines].join(
    '\n',
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
