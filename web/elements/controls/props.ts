/** What a control changes. */
import type { ShownModel } from '../shown.js';
import type { OpenedModel, WrittenModel } from '../worker/questions.js';
import type { NamedControl } from './names.js';

export interface ControlProps {
  readonly model: WrittenModel;
  readonly opened: OpenedModel;
  readonly element: ShownModel;
}

export type Kind<Name> = ControlProps & Extract<NamedControl, { readonly kind: Name }>;
