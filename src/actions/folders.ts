export { makeFolder } from '../store/folder.ts';
