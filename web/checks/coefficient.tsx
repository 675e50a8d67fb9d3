/** The coefficient that an analysis is about. */
import type { Signal } from '@preact/signals';
import type { FitResult } from 'wasmetrics';
import { Choice } from '../components/choice.js';
import { fit } from '../session/estimate.js';
import { words } from '../words/words.js';

/** The chosen coefficient if the fit has it, otherwise its first; empty before there is a fit. */
export function coefficientOf(shown: FitResult | undefined, chosen: string): string {
  const names = Object.keys(shown?.params ?? {});
  return names.includes(chosen) ? chosen : (names[0] ?? '');
}

export function CoefficientChoice({ chosen }: { readonly chosen: Signal<string> }) {
  return (
    <Choice
      label={words.value.checks.ofCoefficient}
      value={coefficientOf(fit.value, chosen.value)}
      options={Object.keys(fit.value?.params ?? {})}
      onChange={(name) => (chosen.value = name)}
    />
  );
}
