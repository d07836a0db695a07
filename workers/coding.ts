import { runWorker } from '../src/app/run-worker.ts';

await runWorker('coding');
