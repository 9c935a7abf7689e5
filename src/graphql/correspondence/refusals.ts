import { TemplateNotOffered } from '../../domain/correspondence/template-text.ts';
import { refusalType } from '../errors.ts';

refusalType(TemplateNotOffered, 'The template is not on offer for this type of referral.');
