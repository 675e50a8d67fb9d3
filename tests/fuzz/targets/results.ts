/** Damaged results: what the reader or a writer accepts, each format writes. */
import { isResult, parseResult } from 'wasmetrics';
import {
  documentOf,
  multiverseSvg,
  type Result,
  toCsv,
  toJson,
  toMarkdown,
  toText,
} from 'wasmetrics/report';
import { makers } from '../../bindings/paper/report/results.js';
import type { Target } from '../target.js';
import { pick } from '../texts.js';
import { oddValue, shown, withoutPart, withPart } from '../values.js';

const writers: Readonly<Record<string, (result: never) => unknown>> = {
  toText,
  toMarkdown,
  toCsv,
  toJson,
  documentOf,
  multiverseSvg,
};

/** What JSON can hold instead of a value. */
// prettier-ignore
const plainValues = [
  null, 0, -1, 1e308, 2.5, '', 'x', 'constructor', 'a\nb', true, false, [], {}, [null], [[]],
  { length: -1 }, { kind: 'fit' }, [1, 2], ['x'], { stat: null }, { x: 1 },
] as const;

export const results: Target = {
  name: 'result',
  async prepare() {
    const made: Result[] = [];
    for (const make of Object.values(makers)) {
      made.push(JSON.parse(toJson(await make())) as Result);
    }
    return (draw) => {
      let result: unknown = pick(draw, made);
      const odd = draw(4) === 0;
      for (let i = draw(3); i > 0; i--) {
        result =
          draw(3) === 0
            ? withoutPart(draw, result)
            : withPart(draw, result, () => (odd ? oddValue(draw) : pick(draw, plainValues)));
      }
      const name = pick(draw, Object.keys(writers));
      const parses = draw(2) === 0;
      const kind = (result as Result | null | undefined)?.kind;
      return {
        input: `${name} ${parses ? 'parseResult ' : ''}${String(typeof kind === 'string' ? kind : typeof kind)} ${shown(result)}`,
        run: () => write(name, parses, result),
      };
    };
  },
};

function write(name: string, parses: boolean, value: unknown): unknown {
  isResult(value);
  const result = parses ? parseResult(value) : value;
  return writers[name]!(result as never);
}
