import { RefusedXml, walkXml, type XmlHandler } from '../text/xml.ts';
import { UnreadableFile } from './attachment-task.ts';

/** Walks one XML file of a document; what is wrong with it becomes the fault of the document. */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  try {
    walkXml(bytes, handler);
  } catch (error) {
    if (!(error instanceof RefusedXml)) throw error;
    throw new UnreadableFile(error.why === 'entities' ? 'expands-too-far' : 'broken', error);
  }
}
