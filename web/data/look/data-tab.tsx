/** The data to look at: columns, the balance of the panel, steps before the model, the sheet. */
import { data } from '../../session/data.js';
import { words } from '../../words/words.js';
import { Balance } from './balance.js';
import { Columns } from './columns.js';
import { Steps } from '../steps/steps.js';
import { Sheet } from './sheet.js';

export function DataTab() {
  if (data.value === undefined) return <p class="card">{words.value.look.noData}</p>;
  return (
    <div class="looks">
      <Columns />
      <Balance />
      <Steps />
      <Sheet />
    </div>
  );
}
