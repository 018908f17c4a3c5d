/** Why a request has no form, in plain words: thrown while reading a request, told beside the form. */
export class BeyondForm extends Error {}
