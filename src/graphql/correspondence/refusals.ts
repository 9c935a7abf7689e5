import { TemplateRetired } from '../../domain/correspondence/inspect-template.ts';
import { StaleTemplate } from '../../domain/correspondence/publish-template.ts';
import { LastTemplate } from '../../domain/correspondence/retire-template.ts';
import { TemplateNotOffered } from '../../domain/correspondence/template-text.ts';
import { refusalType } from '../errors.ts';

refusalType(TemplateNotOffered, 'The template is not on offer for this type of referral.');
refusalType(TemplateRetired, 'The template has been retired; it gets no further versions.');
refusalType(StaleTemplate, 'A version has been published since the one that the change was based on.');
refusalType(LastTemplate, 'No other template is on offer for the type of referral.');
