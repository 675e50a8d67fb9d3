/** The worker of `jobs/run-jobs.ts`. */
import { serve } from '../jobs/workers/serve.js';
import { prepareTask } from './studies.js';

serve(prepareTask);
