<?php
/**
 * The table of widgets: blocks, shortcodes, the pages of records and the mends are all made from it.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

/**
 * Every widget by its name.
 *
 * The name is its tag, unless `element` says another; `record` is the attribute that names what is shown,
 * and the kind of record it names; `inline` says that it stands in running text; each of `fields` is an
 * attribute that an author may set: a text, a switch (`switch`), a record of another kind (`record`) or
 * one of the `options`; one without a `label` is for those who write by hand.
 *
 * @return array<string, array<string, mixed>>
 */
function attested_widgets() {
	$from_to = array(
		'from' => array( 'label' => __( 'From (a year or a date)', 'attested' ) ),
		'to'   => array( 'label' => __( 'To (a year or a date)', 'attested' ) ),
	);
	$about   = array(
		'event' => array(
			'label'  => __( 'Only what is about this event', 'attested' ),
			'record' => 'event',
		),
	);
	return array(
		'event-card'          => array(
			'title'       => __( 'Event card', 'attested' ),
			'description' => __( 'One event: when, where, whether it happened and on what grounds, who was there and on whose word.', 'attested' ),
			'icon'        => 'calendar-alt',
			'record'      => 'event',
			'choose'      => __( 'Event', 'attested' ),
			'fields'      => array(),
		),
		'contested-claim'     => array(
			'title'       => __( 'Contested claim', 'attested' ),
			'description' => __( 'One claim: what nobody disputes, each position with who holds it and its sources, what would settle it.', 'attested' ),
			'icon'        => 'editor-help',
			'record'      => 'claim',
			'choose'      => __( 'Claim', 'attested' ),
			'fields'      => array(),
		),
		'person-card'         => array(
			'title'       => __( 'Person card', 'attested' ),
			'description' => __( 'One person: who, in what role, at which events, and on whose word.', 'attested' ),
			'icon'        => 'admin-users',
			'record'      => 'person',
			'choose'      => __( 'Person', 'attested' ),
			'fields'      => array( 'organisation' => array() ),
		),
		'organisation-card'   => array(
			'title'       => __( 'Organisation card', 'attested' ),
			'description' => __( 'One organisation: what it was, and at which events, on whose word.', 'attested' ),
			'icon'        => 'groups',
			'element'     => 'person-card',
			'record'      => 'organisation',
			'choose'      => __( 'Organisation', 'attested' ),
			'fields'      => array(),
		),
		'conference-timeline' => array(
			'title'       => __( 'Timeline', 'attested' ),
			'description' => __( 'Events in time, with their uncertainty.', 'attested' ),
			'icon'        => 'backup',
			'fields'      => $from_to + array(
				'event'    => array(),
				'bookmark' => array( 'switch' => true ),
				'overview' => array(),
				'layout'   => array(),
				'group-by' => array(
					'label'   => __( 'Group by', 'attested' ),
					'options' => array(
						''             => __( 'No groups', 'attested' ),
						'kind'         => __( 'Kind', 'attested' ),
						'place'        => __( 'Place', 'attested' ),
						'country'      => __( 'Country', 'attested' ),
						'status'       => __( 'Status', 'attested' ),
						'person'       => __( 'Person', 'attested' ),
						'organisation' => __( 'Organisation', 'attested' ),
					),
				),
			),
		),
		'claim-matrix'        => array(
			'title'       => __( 'Claim matrix', 'attested' ),
			'description' => __( 'Claims against sources: which source supports, disputes, qualifies or only reports which claim.', 'attested' ),
			'icon'        => 'editor-table',
			'fields'      => $about + array(
				'status'      => array(
					'label'   => __( 'Only claims of this status', 'attested' ),
					'options' => array(
						''            => __( 'Every status', 'attested' ),
						'established' => __( 'Established', 'attested' ),
						'documented'  => __( 'Documented', 'attested' ),
						'attested'    => __( 'Attested', 'attested' ),
						'reported'    => __( 'Reported', 'attested' ),
						'inferred'    => __( 'Inferred', 'attested' ),
						'contested'   => __( 'Contested', 'attested' ),
						'unsupported' => __( 'Unsupported', 'attested' ),
						'refuted'     => __( 'Refuted', 'attested' ),
					),
				),
				'stance'      => array(
					'label'   => __( 'Only positions of this stance', 'attested' ),
					'options' => array(
						''          => __( 'Every stance', 'attested' ),
						'supports'  => __( 'Supports', 'attested' ),
						'disputes'  => __( 'Disputes', 'attested' ),
						'qualifies' => __( 'Qualifies', 'attested' ),
						'reports'   => __( 'Only reports', 'attested' ),
					),
				),
				'source-kind' => array(),
				'sort'        => array(),
			),
		),
		'place-map'           => array(
			'title'       => __( 'Map', 'attested' ),
			'description' => __( 'Where the events were, on a map of the time.', 'attested' ),
			'icon'        => 'location-alt',
			'fields'      => $about + $from_to + array( 'place' => array() ),
		),
		'source-list'         => array(
			'title'       => __( 'List of sources', 'attested' ),
			'description' => __( 'The sources cited on this page, numbered and linked to where they are cited.', 'attested' ),
			'icon'        => 'editor-ol',
			'fields'      => array(
				'all' => array(
					'label'  => __( 'Every source of the dataset, not only those cited here', 'attested' ),
					'switch' => true,
				),
			),
		),
		'source-cite'         => array(
			'title'       => __( 'Citation', 'attested' ),
			'description' => __( 'One citation in running text.', 'attested' ),
			'icon'        => 'format-quote',
			'inline'      => true,
			'record'      => 'source',
			'choose'      => __( 'Source', 'attested' ),
			'fields'      => array(
				'locator'          => array( 'label' => __( 'Where in it (such as p. 54)', 'attested' ) ),
				'label'            => array(),
				'prefix'           => array( 'label' => __( 'Words before it (such as “see”)', 'attested' ) ),
				'suffix'           => array( 'label' => __( 'Words after it', 'attested' ) ),
				'via'              => array(),
				'quotation'        => array(),
				'quotation-lang'   => array(),
				'translation'      => array(),
				'translation-lang' => array(),
				'translator'       => array(),
			),
		),
	);
}

/**
 * The element of a widget.
 *
 * @param string $name A name in the table.
 * @return string Its tag.
 */
function attested_element( $name ) {
	$widget = attested_widgets()[ $name ];
	return isset( $widget['element'] ) ? $widget['element'] : $name;
}

/**
 * The names of the attributes that a widget understands.
 *
 * @param string $tag A name in the table.
 * @return string[]
 */
function attested_attribute_names( $tag ) {
	$widget = attested_widgets()[ $tag ];
	return array_merge(
		isset( $widget['record'] ) ? array( $widget['record'] ) : array(),
		array_keys( $widget['fields'] ),
		array( 'heading-level', 'citation-style', 'src', 'lang' )
	);
}

/**
 * The attributes among these that a widget understands and that say something, as they go into HTML.
 *
 * @param string               $tag        A name in the table.
 * @param array<string, mixed> $attributes By name as in HTML; from an author, not yet trusted.
 * @return array<string, string>
 */
function attested_attributes( $tag, $attributes ) {
	$widget = attested_widgets()[ $tag ];
	$clean  = array();
	foreach ( attested_attribute_names( $tag ) as $name ) {
		$value = isset( $attributes[ $name ] ) ? $attributes[ $name ] : '';
		// In a shortcode a switch has no value of its own: [attested-source-list all].
		if ( ! empty( $widget['fields'][ $name ]['switch'] ) ) {
			$on = isset( $attributes[ $name ] ) ? ! in_array( $value, array( false, 'false', '0' ), true ) : in_array( $name, $attributes, true );
			// A value such as the name of a bookmark is kept.
			$value = ! $on ? '' : ( is_string( $value ) && ! in_array( $value, array( '', 'true', '1' ), true ) ? $value : $name );
		}
		if ( ! is_scalar( $value ) ) {
			continue;
		}
		$value          = trim( (string) preg_replace( '/\s+/u', ' ', (string) $value ) );
		$clean[ $name ] = 'src' === $name ? esc_url_raw( $value, array( 'http', 'https' ) ) : sanitize_text_field( $value );
	}
	return array_filter( $clean, 'strlen' );
}
