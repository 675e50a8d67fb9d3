/** The worker of `refits.ts`. */
import { serve } from '../bootstrap/workers/serve.js';
import { prepareTask } from './task.js';

serve(prepareTask);
