/** A model's controls and its estimate. */
import { Announcement } from '../results/announcement.js';
import { Tests } from '../results/tests.js';
import { Controls } from './controls/index.js';
import { Estimates, type EstimatesProps } from './estimates.js';
import { Frame, Notes } from './frame.js';
import type { ShownModel } from './shown.js';
import { said } from '../words/elements.js';
import type { Fitted } from './worker/questions.js';

export function ModelView({ element }: { readonly element: ShownModel }) {
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
  readonly element: ShownModel;
}) {
  const { notBootstrapped } = said.value;
  const model = element.opened.value?.model;
  return (
    <>
      <div part="table">
        <Estimates fit={fit} labels={model?.['labels'] as EstimatesProps['labels']} />
      </div>
      <div part="tests">
        <Tests fit={fit} />
      </div>
      <Notes
        warnings={model?.['bootstrap'] !== undefined ? [...warnings, notBootstrapped] : warnings}
      />
      <Announcement fit={fit} />
    </>
  );
}
