<?php
/**
 * What a widget is on the page: its element, with its static form inside.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

/**
 * A widget as HTML.
 *
 * Without scripts, in feeds and for search engines its content is the static form; else what the author
 * wrote; else the record's title, linked to its page on this site.
 *
 * @param string               $tag        A name in the table.
 * @param array<string, mixed> $attributes By name as in HTML.
 * @param string               $content    What the author wrote inside.
 * @return string
 */
function attested_render( $tag, $attributes, $content = '' ) {
	if ( 'person-card' === $tag && empty( $attributes['person'] ) && ! empty( $attributes['organisation'] ) ) {
		$tag = 'organisation-card';
	}
	$widget     = attested_widgets()[ $tag ];
	$attributes = attested_attributes( $tag, $attributes );
	$inside     = attested_inside( $tag, $attributes, $content );
	if ( isset( $widget['record'] ) && ! isset( $attributes[ $widget['record'] ] ) ) {
		return $inside;
	}
	// A reader of feeds does not know the element, and has the text.
	if ( is_feed() ) {
		return $inside;
	}
	wp_enqueue_script( 'attested' );
	$element = attested_element( $tag );
	$html    = '<' . $element;
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, attested_no_shortcode( esc_attr( $value ) ) );
	}
	return $html . '>' . $inside . '</' . $element . '>';
}

/**
 * What a widget shows without scripts.
 *
 * @param string                $tag        A name in the table.
 * @param array<string, string> $attributes Such as attested_attributes() gives.
 * @param string                $content    What the author wrote inside.
 * @return string
 */
function attested_inside( $tag, $attributes, $content ) {
	$widget  = attested_widgets()[ $tag ];
	$content = wp_kses_post( $content );
	$src     = isset( $attributes['src'] ) ? $attributes['src'] : '';
	$kind    = isset( $widget['record'] ) ? $widget['record'] : '';
	$id      = $kind && isset( $attributes[ $kind ] ) ? $attributes[ $kind ] : '';
	if ( ! empty( $widget['inline'] ) ) {
		return '' === trim( $content ) ? attested_spelled( $attributes ) : $content;
	}
	$static = '';
	if ( '' === $kind || preg_match( '/^[a-z0-9-]+$/', $id ) ) {
		$index    = attested_index( $src );
		$language = attested_language( $index, isset( $attributes['lang'] ) ? $attributes['lang'] : '' );
		if ( '' !== $language && preg_match( '/^[A-Za-z0-9-]+$/', $language ) ) {
			$file = $language . '/' . ( $kind ? $kind . '/' . $id : $tag );
			$way  = isset( $attributes['group-by'] ) ? $attributes['group-by'] : '';
			if ( preg_match( '/^[a-z]+$/', $way ) ) {
				$static = trim( attested_static_file( "$file/$way.html", $src ) );
			}
			if ( '' === $static ) {
				$static = trim( attested_static_file( "$file.html", $src ) );
			}
			$static = attested_chosen( $tag, $static, $attributes, $index, $language );
		}
	}
	if ( '' !== $static ) {
		$static = wp_kses( $static, attested_static_html(), array( 'http', 'https', 'mailto' ) );
		return attested_no_shortcode( attested_headings( $static, isset( $attributes['heading-level'] ) ? (int) $attributes['heading-level'] : 3 ) );
	}
	if ( '' !== trim( $content ) || ! $kind || '' === $id ) {
		return $content;
	}
	$title = attested_title( $kind, $id, $src );
	return sprintf( '<a href="%s">%s</a>', esc_url( attested_page_url( $tag, $id ) ), attested_no_shortcode( esc_html( '' === $title ? $id : $title ) ) );
}

/**
 * A citation spelled out in brackets, as far as the names of the sources go.
 *
 * @param array<string, string> $attributes Of a `<source-cite>`.
 * @return string
 */
function attested_spelled( $attributes ) {
	$each  = function ( $name ) use ( $attributes ) {
		return array_map( 'trim', explode( ';', isset( $attributes[ $name ] ) ? $attributes[ $name ] : '' ) );
	};
	$parts = array();
	foreach ( preg_split( '/[\s;,]+/', isset( $attributes['source'] ) ? $attributes['source'] : '', -1, PREG_SPLIT_NO_EMPTY ) as $i => $id ) {
		$title = attested_title( 'source', $id, isset( $attributes['src'] ) ? $attributes['src'] : '' );
		$words = array( '' === $title ? $id : $title );
		foreach ( array( 'locator', 'suffix' ) as $name ) {
			$words[] = isset( $each( $name )[ $i ] ) ? $each( $name )[ $i ] : '';
		}
		$prefix  = isset( $each( 'prefix' )[ $i ] ) ? $each( 'prefix' )[ $i ] : '';
		$parts[] = trim( $prefix . ' ' . implode( ', ', array_filter( $words, 'strlen' ) ) );
	}
	return $parts ? attested_no_shortcode( esc_html( '(' . implode( '; ', $parts ) . ')' ) ) : '';
}

/**
 * Brackets as WordPress reads no shortcode from them: a dataset's words are words.
 *
 * @param string $html HTML.
 * @return string
 */
function attested_no_shortcode( $html ) {
	return str_replace( array( '[', ']' ), array( '&#91;', '&#93;' ), $html );
}

/**
 * Moves headings, which begin at the third level, to where the page wants them.
 *
 * @param string $html  HTML of a static form.
 * @param int    $level From 1 to 6.
 * @return string
 */
function attested_headings( $html, $level ) {
	if ( 3 === $level || $level < 1 || $level > 6 ) {
		return $html;
	}
	return preg_replace_callback(
		'~<(/?)h([1-6])(?: aria-level="\d")?~',
		function ( $found ) use ( $level ) {
			return '<' . $found[1] . 'h' . max( 1, min( 6, (int) $found[2] + $level - 3 ) );
		},
		$html
	);
}

/**
 * The HTML that static forms are written in, and no other.
 *
 * @return array<string, array<string, bool>>
 */
function attested_static_html() {
	$every = array_fill_keys(
		array( 'id', 'lang', 'dir', 'role', 'tabindex', 'aria-hidden', 'aria-label', 'aria-labelledby', 'aria-describedby', 'aria-level', 'data-event', 'data-claim', 'data-source', 'data-entry', 'data-organisation', 'data-person', 'data-place', 'data-stance' ),
		true
	);
	$own   = array(
		'a'       => array( 'href', 'rel' ),
		'details' => array( 'open' ),
		'img'     => array( 'src', 'alt', 'width', 'height', 'loading' ),
		'li'      => array( 'value' ),
		'ol'      => array( 'start', 'reversed' ),
		'q'       => array( 'cite' ),
		'td'      => array( 'colspan', 'rowspan', 'headers' ),
		'th'      => array( 'colspan', 'rowspan', 'headers', 'scope', 'abbr' ),
		'time'    => array( 'datetime' ),
	);
	$tags  = explode( ' ', 'a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins li mark nav ol p q s section small span strong sub summary sup table tbody td tfoot th thead time tr ul' );
	$html  = array();
	foreach ( $tags as $tag ) {
		$html[ $tag ] = $every + ( isset( $own[ $tag ] ) ? array_fill_keys( $own[ $tag ], true ) : array() );
	}
	return $html;
}

add_action(
	'init',
	function () {
		$settings = attested_settings();
		wp_register_script( 'attested', $settings['library'], array(), ATTESTED_VERSION, true );
		foreach ( array_keys( attested_widgets() ) as $tag ) {
			add_shortcode(
				'attested-' . $tag,
				function ( $attributes, $content = '' ) use ( $tag ) {
					return attested_render( $tag, (array) $attributes, (string) $content );
				}
			);
		}
	}
);

add_filter(
	'script_loader_tag',
	function ( $html, $handle ) {
		if ( 'attested' !== $handle ) {
			return $html;
		}
		$html = preg_replace( '~\stype=(["\'])text/javascript\1~', '', $html );
		return str_replace( '<script ', sprintf( '<script type="module" data-dataset="%s" ', esc_url( attested_settings()['dataset'] ) ), $html );
	},
	10,
	2
);
