/** A figure of the library, drawn by the page in its own colours. */
import type { Figure } from 'wasmetrics/report';
import { PaperTable } from '../../tables/paper-table.js';
import { FigureFrame } from '../frame.js';
import { Axes } from './axes.js';
import { Marks } from './marks.js';
import type { Spec } from './types.js';

export function LibraryFigure({ figure }: { readonly figure: Figure }) {
  const { kind, description, spec, table } = figure;
  return (
    <FigureFrame label={description} file={kind} spec={spec} table={<PaperTable table={table} />}>
      <Drawing spec={spec as unknown as Spec} />
    </FigureFrame>
  );
}

function Drawing({ spec }: { readonly spec: Spec }) {
  const { width, height, padding, layer } = spec;
  const { left, right, top, bottom } = padding;
  return (
    <svg class="drawing" viewBox={`0 0 ${width + left + right} ${height + top + bottom}`}>
      <g transform={`translate(${left} ${top})`}>
        <Axes spec={spec} />
        {layer.map((one, i) => (
          <Marks key={i} layer={one} spec={spec} />
        ))}
      </g>
    </svg>
  );
}
