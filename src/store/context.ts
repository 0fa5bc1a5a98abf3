import { createContext } from '@lit/context';
import type { DatasetResource } from './resource.js';

/** What `<history-dataset>` gives to everything inside it. Its key is common to all copies of the library. */
export const datasetContext = createContext<DatasetResource>(Symbol.for('attested.context.1'));
