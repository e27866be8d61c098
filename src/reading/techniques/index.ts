export { findTechniques } from './find.ts';
