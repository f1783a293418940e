//! Every measure of the picture in document units, as the target picture has them. Must not know colours.

/// Width of the gutter that holds the lanes' labels; the first column begins here.
pub const GUTTER: f64 = 132.0;
/// Width of a touchpoint's column.
pub const COLUMN: f64 = 138.0;
/// Air around the picture.
pub const MARGIN: f64 = 24.0;
/// Where the stage headers begin.
pub const HEADER_TOP: f64 = 24.0;
/// Height of a stage's header.
pub const HEADER: f64 = 40.0;
/// Length of the header's arrow point.
pub const ARROW: f64 = 12.0;
/// Where the first lane begins.
pub const LANES_TOP: f64 = 82.0;
/// Air at the side of a card in its column.
pub const CARD_INSET: f64 = 8.0;
/// Left end of a card's text in its column.
pub const CARD_TEXT: f64 = 20.0;
/// Width of a card's text.
pub const CARD_TEXT_WIDTH: f64 = 106.0;
/// Top and height of a touchpoint's card in its row.
pub const TOUCHPOINT_TOP: f64 = 10.0;
/// Height of a touchpoint's card.
pub const TOUCHPOINT_HEIGHT: f64 = 84.0;
/// Height of the touchpoints' row.
pub const TOUCHPOINT_ROW: f64 = 104.0;
/// Usual height of the emotion row: 260 of bands and 6 of air above and below.
pub const EMOTION_ROW: f64 = 272.0;
/// The least height of the emotion row.
pub const EMOTION_ROW_LEAST: f64 = 112.0;
/// Air above and below the bands in the emotion row.
pub const EMOTION_INSET: f64 = 6.0;
/// Air between the ends of the score axis and the bands' ends.
pub const AXIS_INSET: f64 = 14.0;
/// Radius of a face.
pub const FACE: f64 = 11.0;
/// Half the side of the square that a face is taken by.
pub const FACE_REACH: f64 = FACE + 1.0;
/// How far right of the face the measured value stands.
pub const WHISKER_OFFSET: f64 = 20.0;
/// Usual height of the dramatic arc's row.
pub const ARC_ROW: f64 = 136.0;
/// The least height of the dramatic arc's row.
pub const ARC_ROW_LEAST: f64 = 96.0;
/// Air from the ends of the dramatic arc's row to the highest and the lowest level.
pub const ARC_INSET: f64 = 18.0;
/// Radius of a point of the dramatic arc.
pub const BEAD: f64 = 9.0;
/// Height of the channels' row with one chip.
pub const CHANNEL_ROW: f64 = 58.0;
/// Height of the survey row.
pub const SURVEY_ROW: f64 = 78.0;
/// Left end of a picture on a card in its column: where its text begins too.
pub const PICTURE_LEFT: f64 = CARD_TEXT;
/// Width of the room for a picture on a card: as much air is right of it as above.
pub const PICTURE_WIDTH: f64 = 102.0;
/// Air above a picture on a card.
pub const PICTURE_TOP: f64 = 8.0;
/// From the lower end of a picture to the first baseline under it: as much air as above the picture.
pub const UNDER_PICTURE: f64 = 17.0;
/// The greatest height of a picture on a card.
pub const PICTURE_HEIGHT: f64 = 150.0;
/// The greatest height of a picture on a touchpoint.
pub const TOUCHPOINT_PICTURE: f64 = 84.0;
/// Height of the room in which the text of a card is edited that is a picture and nothing else.
pub const TEXT_LEAST: f64 = 34.0;
/// Height of the frames of a storyboard.
pub const STORYBOARD_FRAME: f64 = 88.0;
/// Height of a storyboard's row with cards of a line or two.
pub const STORYBOARD_ROW: f64 = 160.0;
/// Height of a row of cards with one small card.
pub const CARD_ROW: f64 = 96.0;
/// The least height of a card.
pub const CARD_LEAST: f64 = 72.0;
/// Air above the first and below the last card of a cell.
pub const CARD_ROW_INSET: f64 = 12.0;
/// Air between two cards of a cell.
pub const CARD_GAP: f64 = 8.0;
/// Room for the words of a service blueprint's line, at the foot of the row above it.
pub const LINE_STRIP: f64 = 22.0;
/// Right end of the labels in the gutter.
pub const LABEL_RIGHT: f64 = 114.0;
/// How far around its middle a handle is hit, from which an arrow can be drawn.
pub const HANDLE: f64 = 8.0;
/// What a hand needs around a point where arrows are drawn no more: five points at 12 %.
pub const FARTHEST_HANDLE: f64 = 42.0;
/// Left end of the labels in the gutter and of the hairlines.
pub const LABEL_LEFT: f64 = 24.0;
