package downhill.studio;

/**
 * The ways in which a program cannot be followed. Each has its sentence in the messages; what the
 * sentence names besides what was found stands here in brackets, in the order of its values.
 */
public enum Problem {
  /** The text is longer than it may be [the limit, its length, both in bytes]. */
  TOO_LONG,
  /** There is no statement in it. */
  EMPTY,
  /** There are more mistakes than are worth telling at once. */
  MORE_MISTAKES,
  /** A character that has no meaning in a program. */
  UNKNOWN_CHARACTER,
  /** A text is opened and its line ends before it is closed. */
  UNCLOSED_TEXT,
  /** A number with two points, or with none of its digits. */
  MALFORMED_NUMBER,
  /** A number that is written with a comma. */
  DECIMAL_COMMA,
  /** A number beyond the largest double, written or computed. */
  TOO_LARGE,
  /** A value is missing before what was found. */
  MISSING_VALUE,
  /** Two values side by side. */
  MISSING_SIGN,
  /** A parenthesis is not closed before what was found. */
  MISSING_CLOSING_PARENTHESIS,
  /** A parenthesis is closed that was not opened. */
  MISSING_OPENING_PARENTHESIS,
  /** More inside each other than can be followed [how deep it may be]. */
  TOO_DEEP,

  /** A word that begins no statement. */
  UNKNOWN_STATEMENT,
  /** A word of the language where a name is set. */
  RESERVED_NAME,
  /** A name is wanted here. */
  MISSING_NAME,
  /** What is loaded or made gets no name [what would read]. */
  UNNAMED,
  /** Between a name and what it is set to comes an equals sign [the name]. */
  MISSING_EQUALS,
  /** The statement's network comes first [the statement]. */
  MISSING_NETWORK,
  /** A certain word is wanted here [the word]. */
  MISSING_WORD,
  /** After an option's name comes a colon [the option]. */
  MISSING_COLON,
  /** Between options comes a comma. */
  MISSING_COMMA,
  /** The statement has ended before what was found. */
  TOO_MUCH,
  /** A layer is neither input, hidden nor output. */
  UNKNOWN_ROLE,
  /** A kind of layer that there is not [those that there are]. */
  UNKNOWN_KIND,
  /** A layer outside of a network. */
  LAYER_OUTSIDE,
  /** An end without a network before it. */
  END_OUTSIDE,
  /** The network is not closed before what was found [the line that opened it]. */
  MISSING_END,
  /** Something else than a layer inside a network. */
  NOT_A_LAYER,

  /** A name that is nowhere set. */
  UNKNOWN_NAME,
  /** A name that is set only further down [the line]. */
  NOT_YET_SET,
  /** A name that is already set to a thing of another sort [the line]. */
  ALREADY_ANOTHER,
  /** A text without its quotes. */
  MISSING_QUOTES,
  /** Something else than a number where one is wanted. */
  NOT_A_NUMBER,
  /** Something else than a text where one is wanted. */
  NOT_A_TEXT,
  /** Something else than a table where one is wanted. */
  NOT_A_TABLE,
  /** Something else than a network where one is wanted. */
  NOT_A_NETWORK,
  /** What is to be shown is neither a table nor a network. */
  NOT_TO_SHOW,
  /** What is to be printed is neither a number nor a text. */
  NOT_TO_PRINT,
  /** A text that has grown too long [the limit]. */
  LONG_TEXT,
  /** A division by zero. */
  DIVISION_BY_ZERO,
  /** A power that is no number, as the root of −1. */
  NO_POWER,
  /** More is to be shown than a page can hold [the limit]. */
  TOO_MUCH_TO_SHOW,

  /** A data set that there is not [those that there are]. */
  UNKNOWN_DATA,
  /** A network without layers. */
  EMPTY_NETWORK,
  /** The first layer is not the input. */
  INPUT_FIRST,
  /** A second input. */
  SECOND_INPUT,
  /** A layer after the output. */
  AFTER_OUTPUT,
  /** The network ends without an output. */
  NO_OUTPUT,
  /** More layers than there may be [the limit]. */
  TOO_MANY_LAYERS,
  /** More weights and biases than there may be [the limit, how many up to here]. */
  TOO_MANY_PARAMETERS,
  /** Something must be a whole number [what, least, most]. */
  NOT_WHOLE,
  /** Something must be at least the one and at most the other [what, least, most]. */
  NOT_FROM_TO,
  /** Something must be above the one and at most the other [what, below it, most]. */
  NOT_ABOVE_TO,
  /** Something must be at least the one and below the other [what, least, above it]. */
  NOT_FROM_BELOW,
  /** Something must be above the one and below the other [what, below it, above it]. */
  NOT_BETWEEN,
  /** A softmax inside the network. */
  HIDDEN_SOFTMAX,
  /** A softmax of one unit, which always says 1 [the table, its number of kinds]. */
  SOFTMAX_OF_ONE,
  /** A softmax where a number is to be predicted [the table, what it tells]. */
  SOFTMAX_FOR_NUMBER,
  /** The output has not one unit for each kind [the table, its number of kinds]. */
  OUTPUT_FOR_KINDS,
  /** The output for a number has not one unit [the table, what it tells]. */
  OUTPUT_FOR_NUMBER,

  /** An option or setting that there is not [the statement]. */
  UNKNOWN_OPTION,
  /** A setting that another optimizer has [the optimizer that was chosen, one that has it]. */
  OTHER_OPTIMIZER,
  /** A setting that another schedule has [the schedule that was chosen, one that has it]. */
  OTHER_SCHEDULE,
  /** An option given twice. */
  OPTION_TWICE,
  /** Options that the statement cannot do without [the statement, the options]. */
  MISSING_OPTIONS,
  /** Settings that the schedule cannot do without [the schedule, the options]. */
  MISSING_SETTINGS,
  /** An optimizer that there is not [those that there are]. */
  UNKNOWN_OPTIMIZER,
  /** A schedule that there is not [those that there are]. */
  UNKNOWN_SCHEDULE,
  /** Trained on another table than the one its input comes from [that one]. */
  OTHER_TABLE,
  /** A batch of more rows than there are to learn from, or of none [how many there are]. */
  BATCH,
  /** So few rows are left to learn from [how many]. */
  TOO_FEW_ROWS,
  /** A share of the rows that is less than half a row. */
  NOTHING_HELD_OUT,
  /** The least step is above the greatest [the greatest]. */
  STEP_SIZES,
  /** A second training [the line of the first]. */
  SECOND_TRAINING,
  /** A network that no line of the program trains. */
  NEVER_TRAINED,
  /** A network that is trained only further down [the line]. */
  NOT_YET_TRAINED,
  /** Another network than the one that the program trains [the name of that one]. */
  OTHER_NETWORK,

  /** A feature that the table does not have [the table, its features]. */
  UNKNOWN_FEATURE,
  /** Features that are missing for a prediction [the features]. */
  MISSING_FEATURES,
  /** A row and features at once. */
  ROW_AND_FEATURES,
  /** Regions of a table that has not two features [the table, how many it has]. */
  NOT_TWO_FEATURES,
  /** Regions of a table that has no kinds [the table]. */
  NO_KINDS
}
