<?php
/**
 * What the attributes of an element leave of the static form of a whole dataset.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

/**
 * Leaves out of a static form what its element would leave out.
 *
 * @param string                $tag        The element's.
 * @param string                $html       The static form of the whole, as `attested build --static` writes it.
 * @param array<string, string> $attributes The element's.
 * @param array<string, mixed>  $index      The dataset's.
 * @param string                $language   The form's.
 * @return string
 */
function attested_chosen( $tag, $html, $attributes, $index, $language ) {
	$words      = isset( $index['words'][ $language ] ) ? $index['words'][ $language ] : array();
	$attributes = $attributes + array_fill_keys( array( 'event', 'from', 'to', 'status', 'stance', 'source-kind' ), '' );
	if ( ! isset( $words['timeline'], $words['matrix'], $words['hidden'] ) ) {
		// It was built before the index said so much.
		return $html;
	}
	if ( 'claim-matrix' === $tag ) {
		return attested_chosen_claims( $html, $attributes, $index, $language );
	}
	$from = attested_day( $attributes['from'], false );
	$to   = attested_day( $attributes['to'], true );
	if ( ! in_array( $tag, array( 'conference-timeline', 'place-map' ), true ) || ( null === $from && null === $to ) ) {
		return $html;
	}
	$in_time = function ( $id ) use ( $index, $from, $to ) {
		foreach ( isset( $index['dates'][ $id ] ) ? $index['dates'][ $id ] : array() as list( $earliest, $latest ) ) {
			// What is not known does not rule it out.
			if ( ( null === $from || null === $latest || $latest >= $from ) && ( null === $to || null === $earliest || $earliest < $to ) ) {
				return true;
			}
		}
		return false;
	};
	$only    = function ( $list, &$left_out = 0 ) use ( $in_time ) {
		return preg_replace_callback(
			'~<li data-event="([^"]+)">.*?</li>~s',
			function ( $found ) use ( $in_time, &$left_out ) {
				$in        = $in_time( $found[1] );
				$left_out += $in ? 0 : 1;
				return $in ? $found[0] : '';
			},
			$list
		);
	};
	if ( 'place-map' === $tag ) {
		return preg_replace_callback(
			'~<ul role="list">\s*<li data-event=.*?</ul>~s',
			function ( $found ) use ( $only, $words ) {
				$left_out = 0;
				$html     = $only( $found[0], $left_out );
				return $html . ( $left_out ? '<p>' . esc_html( str_replace( '{}', (string) $left_out, $words['hidden'] ) ) . '</p>' : '' );
			},
			$html
		);
	}
	// With the headings of the groups of which nothing is left.
	$html = preg_replace( '~(?:<h[1-6][^>]*>[^<]*</h[1-6]>\s*)?<ol>\s*</ol>~', '', $only( $html ) );
	return false === strpos( $html, '<li' ) ? '<p>' . esc_html( $words['timeline'] ) . '</p>' : $html;
}

/**
 * The same for a matrix: which claims, and which positions.
 *
 * @param string                $html       The static form of the whole.
 * @param array<string, string> $attributes The element's.
 * @param array<string, mixed>  $index      The dataset's.
 * @param string                $language   The form's.
 * @return string
 */
function attested_chosen_claims( $html, $attributes, $index, $language ) {
	$several = function ( $name ) use ( $attributes ) {
		return preg_split( '/[\s,]+/', $attributes[ $name ], -1, PREG_SPLIT_NO_EMPTY );
	};
	$event   = $attributes['event'];
	$status  = $several( 'status' );
	$stances = $several( 'stance' );
	$kinds   = $several( 'source-kind' );
	preg_match_all( '~<tbody data-claim="([^"]+)">.*?</tbody>~s', $html, $bodies );
	$bodies = array_combine( $bodies[1], $bodies[0] );
	$ids    = array_keys( $bodies );
	if ( '' !== $event ) {
		$ids   = isset( $index['claims'][ $event ] ) ? $index['claims'][ $event ] : array();
		$title = isset( $index['event'][ $event ] ) ? ': ' . attested_text( $index['event'][ $event ], $language ) : '';
		$html  = preg_replace_callback(
			'~</h[1-6]>~',
			function ( $found ) use ( $title ) {
				return esc_html( $title ) . $found[0];
			},
			$html,
			1
		);
	}
	$table = '';
	foreach ( $ids as $id ) {
		if ( ! isset( $bodies[ $id ] ) || ( $status && ! in_array( $index['status'][ $id ], $status, true ) ) ) {
			continue;
		}
		$table .= $stances || $kinds ? attested_chosen_positions( $bodies[ $id ], $stances, $kinds, $index['kind'] ) : $bodies[ $id ];
	}
	if ( '' === $table ) {
		return preg_replace( '~<table>.*</table>~s', '<p>' . esc_html( $index['words'][ $language ]['matrix'] ) . '</p>', $html );
	}
	// By place, not by pattern: what is put in may have a dollar sign in it.
	$start = strpos( $html, '<tbody' );
	return substr( $html, 0, $start ) . $table . substr( $html, strrpos( $html, '</tbody>' ) + strlen( '</tbody>' ) );
}

/**
 * The positions of one claim that are of these stances and cite sources of these kinds.
 *
 * @param string                $body    The claim's part of the table.
 * @param string[]              $stances None means every one.
 * @param string[]              $kinds   None means every one.
 * @param array<string, string> $kind_of The kind of each source.
 * @return string Empty where no position is left.
 */
function attested_chosen_positions( $body, $stances, $kinds, $kind_of ) {
	preg_match_all( '~<tr(?: data-source="([^"]*)")?>(.*?)</tr>~s', $body, $rows, PREG_SET_ORDER );
	$claim = '';
	$left  = array();
	foreach ( $rows as list( $row, $sources, $cells ) ) {
		if ( preg_match( '~<th .*?</th>~s', $cells, $heading ) ) {
			$claim = $heading[0];
			$cells = str_replace( $claim, '', $cells );
		}
		$stance = preg_match( '~ data-stance="([a-z]+)"~', $cells, $found ) ? $found[1] : '';
		$cited  = array_intersect_key( $kind_of, array_flip( explode( ' ', $sources ) ) );
		if ( ( ! $stances || in_array( $stance, $stances, true ) ) && ( ! $kinds || array_intersect( $cited, $kinds ) ) ) {
			$left[] = $cells;
		}
	}
	if ( ! $left ) {
		return '';
	}
	$claim = preg_replace( '~ rowspan="\d+"~', ' rowspan="' . count( $left ) . '"', $claim );
	return substr( $body, 0, strpos( $body, '>' ) + 1 ) . '<tr>' . $claim . implode( '</tr><tr>', $left ) . '</tr></tbody>';
}

/**
 * The first day of a year, month or day, or the first day after it.
 *
 * @param string $edtf  Such as `1939-09`.
 * @param bool   $after Whether it is the day after.
 * @return int|null In days since 1970-01-01; null for any other form of date, which bounds nothing.
 */
function attested_day( $edtf, $after ) {
	$units = array( 'year', 'month', 'day' );
	$parts = explode( '-', $edtf );
	if ( ! preg_match( '/^\d{4}(-\d\d){0,2}$/D', $edtf ) || ! checkdate( (int) ( isset( $parts[1] ) ? $parts[1] : 1 ), (int) ( isset( $parts[2] ) ? $parts[2] : 1 ), max( 1, (int) $parts[0] ) ) ) {
		return null;
	}
	$day = new DateTimeImmutable( implode( '-', $parts + array( 1 => '01', 2 => '01' ) ), new DateTimeZone( 'UTC' ) );
	if ( $after ) {
		$day = $day->modify( '+1 ' . $units[ count( $parts ) - 1 ] );
	}
	return (int) floor( $day->getTimestamp() / DAY_IN_SECONDS );
}
