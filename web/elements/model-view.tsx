/** A model's controls and its estimate. */
import { Announcement } from '../results/announcement.js';
import { Tests } from '../results/tests.js';
import { Controls } from './controls/index.js';
import { Estimates } from './estimates.js';
import { Frame, Notes } from './frame.js';
import type { ModelElement } from './model-element.js';
import { said } from './words.js';
import type { Fitted } from './worker/questions.js';

export function ModelView({ element }: { readonly element: ModelElement }) {
  const { value: fitted } = element.shown;
  return (
    <Frame element={element} waiting={said.value.estimating}>
      <Controls element={element} />
      {fitted !== undefined && <Result fitted={fitted} element={element} />}
    </Frame>
  );
}

function Result({
  fitted: { fit, warnings },
  element,
}: {
  readonly fitted: Fitted;
  readonly element: ModelElement;
}) {
  const { notBootstrapped } = said.value;
  const isBootstrapped = element.opened.value?.model['bootstrap'] !== undefined;
  return (
    <>
      <div part="table">
        <Estimates fit={fit} />
      </div>
      <div part="tests">
        <Tests fit={fit} />
      </div>
      <Notes warnings={isBootstrapped ? [...warnings, notBootstrapped] : warnings} />
      <Announcement fit={fit} />
    </>
  );
}
