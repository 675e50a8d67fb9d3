/** The script of every worker. */
import { serve } from '../core/jobs/workers/serve.js';
import { studyOf } from './studies.js';

serve(studyOf);
