import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'

const list = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/))

/** Attributes that change how a question looks, is printed or counted in LimeSurvey's own statistics. */
export const LOOKS =
  list(`add_platform_info addlineicon alphasort answer_width answer_width_bycolumn button_size
  category_separator choice_input_columns choice_title clear_default crop_or_resize cssclass display_columns display_rows
  display_type dropdown_prefix dropdown_size fix_height fix_width hide_tip horizontal_scroll horizontal_scroll_bar
  input_size keep_aspect label_input_columns location_mapheight location_mapwidth location_mapzoom
  location_mapservice location_defaultcoordinates location_nodefaultfromip location_city location_country
  location_postal location_state parent_order placeholder printable_help public_statistics rank_title repeat_headings
  reverse samechoiceheight samelistheight save_as_default scale_export show_comment show_handle show_number show_search
  show_tick show_title showpopups slider_custom_handle slider_handle slider_orientation slider_reset
  slider_showminmax statistics_graphtype statistics_showgraph statistics_showmap text_input_columns text_input_width
  theme_template use_dropdown dropdown_separators dropdown_dates dropdown_dates_minute_step dropdown_dates_month_style
  dropdown_prepostfix visualize width_entry array_filter_style subquestion_width textarea other_position
  other_position_code only_pull dualscale_headera dualscale_headerb image autoaddnewline
  slider_rating slider_layout slider_separator slider_middlestart time_limit_timer_style time_limit_message_style
  time_limit_warning_style time_limit_warning_2_style maximum_size question_template choice_order category_order
  commented_checkbox_auto reset_button survey_logo`)

/** Values by which an attribute does nothing. */
export const IDLE = new Set(['', '0', 'N', 'no', 'false', 'default', 'normal', 'none', 'off'])

/** What to do by hand about attributes that have no like. */
export const REMEDIES: Readonly<Record<string, Reason>> = {
  time_limit: because('no-time-limit'),
  random_group: because('no-random-groups'),
  location_mapservice: because('no-map'),
  show_totals: because('no-totals'),
  show_grand_total: because('no-totals'),
  assessment_value: because('assessments-left-out'),
  page_break: because('paper-only'),
}
