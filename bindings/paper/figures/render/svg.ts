/** A figure drawn by Vega. */
import type * as Vega from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import { EngineError } from '../../../core/errors/errors.js';
import { optionalPackage } from '../../../data/optional-package.js';
import type { Figure } from '../figure.js';
import { escapedSvg } from '../../../core/escapes/html.js';
import { notDrawn } from '../../../words/errors/paper/figures.js';

const use = 'figures';

/**
 * @param others - further packages that the caller needs, for the command that installs all of them
 * @throws InputError `missing-package` without vega, vega-lite or, with `ast`, vega-interpreter; EngineError
 *   `not-drawn`
 */
export async function svgOf(
  figure: Figure,
  ast: boolean,
  others: readonly string[] = [],
): Promise<string> {
  const needed = ['vega', 'vega-lite', ...(ast ? ['vega-interpreter'] : []), ...others];
  const vega = await optionalPackage('vega', use, () => import('vega'), needed);
  const lite = await optionalPackage('vega-lite', use, () => import('vega-lite'), needed);
  const interpreter = ast
    ? await optionalPackage('vega-interpreter', use, () => import('vega-interpreter'), needed)
    : undefined;
  try {
    // Vega-Lite keeps references to its input, so it gets a copy.
    const { spec } = lite.compile(structuredClone(figure.spec) as unknown as TopLevelSpec, {
      logger: silent,
    });
    const runtime = vega.parse(spec, undefined, { ast });
    const view = new vega.View(runtime, {
      renderer: 'none',
      logger: silent,
      ...(interpreter !== undefined && { expr: interpreter.expressionInterpreter }),
    });
    const svg = await view.toSVG();
    view.finalize();
    return named(svg, figure);
  } catch (error) {
    const told = notDrawn({ kind: figure.kind, reason: String(error) });
    throw new EngineError(told, { of: 'figure', cause: error });
  }
}

/** The drawing with its title and description for screen readers. */
export function named(
  svg: string,
  { title, description }: Pick<Figure, 'title' | 'description'>,
): string {
  const parts = `<title>${escapedSvg(title)}</title><desc>${escapedSvg(description)}</desc>`;
  const bare = svg.replace(/<title>[^<]*<\/title>\n?/, '');
  return bare
    .replace(/^(<svg\b[^>]*?)( role="[^"]*")?(>)/, `$1 role="img"$3`)
    .replace('>', () => `>${parts}`);
}

/** Prints nothing, as a library must; the tests fail on Vega's warnings about a specification. */
const silent: Vega.LoggerInterface = {
  level: ((value?: number) => (value === undefined ? 0 : silent)) as Vega.LoggerInterface['level'],
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};
