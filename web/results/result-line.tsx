/** The main numbers in one line at the foot of the screen, while the table of them is out of sight. */
import { numbersInView } from '../components/in-view.js';
import { fit } from '../session/estimate.js';
import { decimal, probability, stars } from '../words/numbers.js';
import { words } from '../words/words.js';
import { testsOf } from './statistics.js';

/** How many coefficients and tests have room on a phone. */
const [coefficients, tests] = [3, 3];

export function ResultLine({ onShow }: { readonly onShow: () => void }) {
  const shown = fit.value;
  if (numbersInView.value || shown === undefined) return null;
  return (
    <button type="button" class="foot-line" onClick={onShow}>
      <span class="visually-hidden">{words.value.results.showNumbers}</span>
      {Object.entries(shown.params)
        .slice(0, coefficients)
        .map(([name, value]) => (
          <span key={name}>
            <code>{name}</code> <strong>{decimal(value)}</strong>
            {stars(shown.pValues[name]!)}
          </span>
        ))}
      {testsOf(shown)
        .slice(0, tests)
        .map(({ name, pValue }) => (
          <span key={name} class="note">
            {name} p {probability(pValue)}
          </span>
        ))}
    </button>
  );
}
