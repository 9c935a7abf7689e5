import { CaseAlreadyTransferred } from '../../domain/transfers/transfer-case.ts';
import { refusalType } from '../errors.ts';

refusalType(CaseAlreadyTransferred, 'Your organization manages the case already.');
