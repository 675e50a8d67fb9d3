/** Coefficients with their intervals, and where they stood before. */
import { signal } from '@preact/signals';
import type { FitResult } from 'wasmetrics';
import { Switch } from '../components/choice.js';
import { numbersInView, useInView } from '../components/in-view.js';
import { Interval } from '../figures/interval.js';
import { openNumber } from '../session/number.js';
import { decimal, percent, probability, stars } from '../words/numbers.js';
import { words } from '../words/words.js';
import { boundsOf } from './bounds.js';
import { labelOf } from './labels.js';
import { inOrder, type Order } from './order.js';
import { commonScale, type Scale, suitsOneScale } from './scale.js';

const order = signal<Order>('model');
/** Undefined until a person says so: then the intervals themselves decide. */
const oneScale = signal<boolean | undefined>(undefined);

export interface CoefficientsProps {
  readonly fit: FitResult;
  readonly trail: readonly FitResult[];
}

export function Coefficients({ fit, trail }: CoefficientsProps) {
  const { allCoefficients, stdError, confInt, sameScale } = words.value.results;
  const isOne = oneScale.value ?? suitsOneScale(fit);
  const shown = useInView<HTMLDivElement>(numbersInView);
  const scale = isOne ? commonScale(fit) : undefined;
  return (
    <>
      <div ref={shown} class="scroll" tabIndex={0} role="region" aria-label={allCoefficients}>
        <table class="coefficients">
          <thead>
            <tr>
              <Heading by="name" />
              <Heading by="estimate" />
              <th scope="col">{stdError}</th>
              <Heading by="pValue" />
              <th scope="col">{confInt(percent(fit.level))}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(fit, order.value).map((name) => (
              <Coefficient key={name} name={name} fit={fit} trail={trail} scale={scale} />
            ))}
          </tbody>
        </table>
      </div>
      <Switch label={sameScale} on={isOne} onChange={(on) => (oneScale.value = on)} />
    </>
  );
}

/** A heading that sorts by its column, and back to the order of the model. */
function Heading({ by }: { readonly by: Exclude<Order, 'model'> }) {
  const { coefficient, estimate, pValue, sortBy } = words.value.results;
  const name = { name: coefficient, estimate, pValue }[by];
  const sorted = order.value === by;
  const direction = by === 'estimate' ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button
        type="button"
        class="sort"
        title={sortBy(name)}
        onClick={() => (order.value = sorted ? 'model' : by)}
      >
        {name}
      </button>
    </th>
  );
}

interface CoefficientProps extends CoefficientsProps {
  readonly name: string;
  readonly scale: Scale | undefined;
}

function Coefficient({ name, fit, trail, scale }: CoefficientProps) {
  const { openNumber: say } = words.value.results;
  const value = fit.params[name]!;
  const label = labelOf(fit, name);
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {label !== undefined && <span class="note"> {label}</span>}
      </th>
      <td>
        <button
          type="button"
          class="number"
          aria-label={say(name, decimal(value))}
          onClick={() => openNumber({ coefficient: name })}
        >
          {decimal(value)}
        </button>
        <span class="stars">{stars(fit.pValues[name]!)}</span>
      </td>
      <td>{decimal(fit.stdErrors[name]!)}</td>
      <td>{probability(fit.pValues[name]!)}</td>
      <IntervalCell name={name} fit={fit} trail={trail} scale={scale} />
    </tr>
  );
}

function IntervalCell({ name, fit, trail, scale }: CoefficientProps) {
  const { expected } = words.value.results;
  const value = fit.params[name]!;
  const [low, high] = fit.confInt[name]!;
  const before = trail.map(({ params }) => params[name]).filter((past) => past !== undefined);
  const bounds = boundsOf(fit);
  const band = bounds?.coefficient === name ? ([bounds.within, bounds.pooled] as const) : undefined;
  const text = `${decimal(low)} – ${decimal(high)}`;
  const inBand = band && expected(decimal(Math.min(...band)), decimal(Math.max(...band)));
  return (
    <td class="figure" title={inBand}>
      <span class="visually-hidden">{inBand === undefined ? text : `${text}. ${inBand}`}</span>
      <Interval {...{ value, low, high, before, scale, band }} />
    </td>
  );
}
