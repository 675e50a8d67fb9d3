/** How far the estimate holds: the checks that its result allows. */
import { fit } from '../session/estimate.js';
import { words } from '../words/words.js';
import { Check } from './check.js';
import { Groups } from './groups.js';
import { Power } from './power.js';
import { tasks } from './tasks.js';
import { SetsOfFit, Weak } from './weak.js';

export default function Checks() {
  const { influence, instruments } = words.value.checks;
  const shown = fit.value;
  if (shown === undefined) return <p>{words.value.results.estimating}</p>;
  const hasWindows = shown.instrumentCount !== undefined;
  return (
    <>
      <Groups />
      <Check task={tasks.influence} say={influence} options={{}} />
      {shown.tests.confidenceSets !== undefined && <SetsOfFit shown={shown} />}
      {hasWindows && (
        <>
          <Check task={tasks.instruments} say={instruments} options={{}} />
          <Weak />
          <Power />
        </>
      )}
    </>
  );
}
